package dev.airgap.store;

import dev.airgap.testkit.Content;
import dev.airgap.testkit.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Stands for a file that a server has. */
record Sample(Content content, String sha256) {

    static Sample of(long length) {
        Content content = Content.pattern(length);
        MessageDigest sha256 = Check.digest("SHA-256");
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            content.write(out, 0, length);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Sample(content, HexFormat.of().formatHex(sha256.digest()));
    }

    long size() {
        return content.length();
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.write(out, 0, content.length());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** Serves it and describes it. */
    Blob at(LoopbackServer server, String path) {
        server.file(path, content, "v1");
        return Blob.sha256(path.substring(1), "test", server.url(path), sha256, size());
    }
}
