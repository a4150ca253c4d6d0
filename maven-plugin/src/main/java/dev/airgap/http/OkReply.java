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

    private final Call call;
    private final Response response;
    private final URI url;
    private boolean exhausted;

    OkReply(Call call, Response response, URI url) {
        this.call = call;
        this.response = response;
        this.url = url;
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
        if (length() > limit) {
            throw tooLong(limit);
        }
        byte[] all;
        try (InputStream in = body()) {
            all = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw tooLong(limit);
            }
            exhausted = true;
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            throw NetworkFaults.explain(e, url, Optional.empty());
        }
        return all;
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
