package dev.airgap.http;

import dev.airgap.fault.Fault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;

/** Holds okhttp's answer. */
final class OkReply implements Reply {

    private final Again again;
    private final Pace pace;
    private Call call;
    private Response response;
    private URI url;
    private boolean exhausted;

    /** @param pace null where the deadline of the whole answer holds instead */
    OkReply(Call call, Response response, URI url, Again again, Pace pace) {
        this.pace = pace;
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
        InputStream bytes = response.body().byteStream();
        return pace == null ? new Overdue(bytes) : new PacedStream(bytes, pace);
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

    /** Says so where a body did not come within its time: who reads it must not ask again. */
    private final class Overdue extends FilterInputStream {

        Overdue(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                throw told(e);
            }
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                return in.read(buffer, from, length);
            } catch (IOException e) {
                throw told(e);
            }
        }

        private IOException told(IOException e) {
            return NetworkFaults.overdue(e) ? NetworkFaults.explain(e, url, Optional.empty()) : e;
        }
    }

    private TransportException tooLong(int limit) {
        return new TransportException(
                new Fault("The answer is longer than the " + limit + " bytes allowed here", SafeUrl.text(url), "", ""));
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
