package dev.airgap.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Holds a file of a repository as git and LFS know it.
 *
 * @param path relative, with slashes
 * @param content the bytes
 * @param oid git's id: of the blob, or of the LFS pointer
 * @param sha256 of an LFS file; null for a plain one
 */
record HubFile(String path, Content content, String oid, String sha256) {

    static HubFile plain(String path, Content content) {
        return new HubFile(path, content, Hashes.gitBlob(content.bytes()), null);
    }

    static HubFile lfs(String path, Content content) {
        String sha256 = sha256(content);
        return new HubFile(path, content, Hashes.gitBlob(pointer(sha256, content.length())), sha256);
    }

    /** Makes an LFS file of which there is a size and a hash, but no hashing of terabytes. */
    static HubFile claimed(String path, long size) {
        String sha256 = Hashes.sha256((path + " " + size).getBytes(StandardCharsets.UTF_8));
        return new HubFile(path, Content.pattern(size), Hashes.gitBlob(pointer(sha256, size)), sha256);
    }

    boolean isLfs() {
        return sha256 != null;
    }

    /** Gives the ETag that a resolve answer names. */
    String etag() {
        return isLfs() ? sha256 : oid;
    }

    int pointerSize() {
        return pointer(sha256, content.length()).length;
    }

    private static byte[] pointer(String sha256, long size) {
        return ("version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256 + "\nsize " + size + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(Content content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                content.write(out, 0, content.length());
            }
            return Hashes.hex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
