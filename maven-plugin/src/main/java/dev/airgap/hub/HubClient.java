package dev.airgap.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.Transport;
import dev.airgap.http.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Sends a hub's requests and reads its JSON; every failure comes out as a fault that names the hub. */
final class HubClient {

    /** More than the biggest listing that was met, and little enough for a small heap. */
    private static final int LONGEST_ANSWER = 48 << 20;

    private final String id;
    private final HubAddress address;
    private final Transport transport;
    private final Duration patience;
    private final JsonFactory json = new JsonFactory();

    /**
     * Takes the way to a hub.
     *
     * @param patience how long an answer may take; zero takes the transport's own
     */
    HubClient(String id, HubAddress address, Transport transport, Duration patience) {
        this.id = id;
        this.address = address;
        this.transport = transport;
        this.patience = patience;
    }

    String id() {
        return id;
    }

    HubAddress address() {
        return address;
    }

    /** Sends a GET; the caller closes the answer. */
    Reply get(URI url) {
        return send(Ask.get(url).within(patience));
    }

    /** Sends a HEAD of which redirects are not followed; the caller closes the answer. */
    Reply head(URI url) {
        return send(Ask.head(url).within(patience).withoutRedirects());
    }

    private Reply send(Ask ask) {
        try {
            return transport.send(ask);
        } catch (IOException e) {
            throw noAnswer(e, ask.url());
        }
    }

    private FaultException noAnswer(IOException e, URI url) {
        if (e instanceof TransportException told && told.fault() != null) {
            Fault fault = told.fault();
            return new FaultException(
                    told.getCause() instanceof InterruptedIOException
                            ? fault.advise(fault.next()
                                    + "; a repository manager that first fetches a file itself may need an hour:"
                                    + " HF_HUB_ETAG_TIMEOUT says how many seconds are waited")
                            : fault,
                    e);
        }
        return new FaultException(
                new Fault(
                        "The hub " + id + " gave no answer",
                        SafeUrl.text(url),
                        SafeUrl.printable(String.valueOf(e.getMessage())),
                        "correct the hub's address, or try again"),
                e);
    }

    /** Reads JSON as it streams. */
    interface Reader<T> {
        T read(JsonParser parser) throws IOException;
    }

    /** Reads an answer's JSON. */
    <T> T read(Reply reply, Reader<T> reader) {
        byte[] body;
        try {
            body = reply.bytes(LONGEST_ANSWER);
        } catch (IOException e) {
            throw noAnswer(e, reply.url());
        }
        try (JsonParser parser = json.createParser(body)) {
            return reader.read(parser);
        } catch (IOException e) {
            throw new FaultException(
                    new Fault(
                            "The hub " + id + " answered with something that is not the JSON of a hub",
                            SafeUrl.text(reply.url()),
                            "the answer is "
                                    + reply.header("Content-Type")
                                            .map(SafeUrl::printable)
                                            .orElse("untyped") + ", " + body.length + " bytes",
                            "open that address in a browser: a log-in page or another service may stand there"),
                    e);
        }
    }

    /**
     * Gives the commit that an answer says it is of.
     *
     * @return empty where it does not say, as behind some repository managers
     */
    static Optional<String> commit(Reply reply) {
        return reply.header("X-Repo-Commit")
                .filter(commit -> Names.isHex(commit, 40))
                .map(Names::lower);
    }

    /** Refuses an answer of another commit than the one asked for. */
    void requireCommit(Reply reply, ModelRequest request, String commit) {
        Optional<String> said = commit(reply);
        if (said.isPresent() && !said.get().equals(commit)) {
            throw new FaultException(new Fault(
                    "The hub " + id + " answers for another commit of " + request.repo() + " than the one asked for",
                    SafeUrl.text(reply.url()),
                    "expected: " + commit + "\nactual: " + said.get(),
                    "a cache on the way mixes revisions: have it emptied, or reach the hub without it"));
        }
    }
}
