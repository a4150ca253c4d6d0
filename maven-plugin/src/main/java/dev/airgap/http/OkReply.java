package dev.airgap.http;

import dev.airgap.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;

/** Holds okhttp's answer. */
final class OkReply implements Reply {

    private final Again again;
    private Call call;
    private Response response;
    private URI url;
    private boolean exhausted;

    OkReply(Call call, Response response, URI url, Again again) {
        this.call = call;
        this.response = response;
        this.url = url;
        this.again = again;
    }

    /** Asks the same again, for a whole body that was cut. */
    interface Again {

        /** Waits and sends; gives nothing when it was done often enough. */
        Optional<OkReply> send() throws IOException;
    }

    @Override
    public int status() {
        return response.code();
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(first(name));
    }

    private String first(String name) {
        // okhttp's own look-up gives the last of several.
        for (int i = 0; i < response.headers().size(); i++) {
            if (response.headers().name(i).equalsIgnoreCase(name)) {
                return response.headers().value(i);
            }
        }
        return null;
    }

    @Override
    public InputStream body() {
        return response.body().byteStream();
    }

    @Override
    public long length() {
        return response.body().contentLength();
    }

    @Override
    public byte[] bytes(int limit) throws IOException {
        while (true) {
            try {
                return whole(limit);
            } catch (TransportException e) {
                throw e;
            } catch (IOException e) {
                if (call.isCanceled()) {
                    throw e;
                }
                Optional<OkReply> next = again.send();
                if (next.isEmpty() || next.get().status() != status()) {
                    next.ifPresent(OkReply::close);
                    throw NetworkFaults.explain(e, url, Optional.empty());
                }
                response.close();
                call = next.get().call;
                response = next.get().response;
                url = next.get().url;
            }
        }
    }

    private byte[] whole(int limit) throws IOException {
        if (length() > limit) {
            throw tooLong(limit);
        }
        try (InputStream in = body()) {
            byte[] all = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw tooLong(limit);
            }
            exhausted = true;
            return all;
        }
    }

    private TransportException tooLong(int limit) {
        return new TransportException(
                new Fault("the answer is longer than the " + limit + " bytes allowed here", SafeUrl.text(url), "", ""));
    }

    @Override
    public void close() {
        if (!exhausted && length() != 0 && status() < 300) {
            // Else okhttp reads on to save the connection, which for a big file means waiting for bytes nobody wants.
            call.cancel();
        }
        response.close();
    }
}
