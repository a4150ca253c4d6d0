package dev.airgap.fuzz;

import dev.airgap.http.Reply;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** Answers with one value for every header. */
public record HeaderReply(String value) implements Reply {

    @Override
    public int status() {
        return 200;
    }

    @Override
    public URI url() {
        return URI.create("https://host.example/");
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.of(value);
    }

    @Override
    public InputStream body() {
        return InputStream.nullInputStream();
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public byte[] bytes(int limit) {
        return new byte[0];
    }

    @Override
    public void close() {}
}
