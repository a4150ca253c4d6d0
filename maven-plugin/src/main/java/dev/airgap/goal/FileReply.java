package dev.airgap.goal;

import dev.airgap.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Answers for a file of this machine as a server would, whole. */
record FileReply(URI url, Path file, long length, InputStream body) implements Reply {

    static Reply of(URI url) throws IOException {
        Path file = Path.of(url);
        return new FileReply(url, file, Files.size(file), Files.newInputStream(file));
    }

    @Override
    public int status() {
        return 200;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }

    @Override
    public byte[] bytes(int limit) throws IOException {
        if (length > limit) {
            throw new IOException(file + " has " + length + " bytes, more than " + limit);
        }
        return body.readAllBytes();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
