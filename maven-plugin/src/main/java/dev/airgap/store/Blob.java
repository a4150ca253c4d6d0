package dev.airgap.store;

import java.net.URI;
import java.util.Objects;

/**
 * Describes a file to have, and what proves it right.
 *
 * @param label how people are told of it: a wheel's or a model file's name
 * @param source id of the index, hub or file source it comes from; empty where there is none
 * @param url where it is fetched; no user info
 * @param sha256 64 lower-case hex digits, or empty where unknown
 * @param gitOid 40 lower-case hex digits of the git blob, or empty; looked at only where there is no sha256
 * @param size in bytes, or -1 where unknown
 */
public record Blob(String label, String source, URI url, String sha256, String gitOid, long size) {

    public Blob {
        Objects.requireNonNull(label);
        Objects.requireNonNull(source);
        Objects.requireNonNull(url);
        // Both become names of files.
        requireHex(sha256, 64, "sha256");
        requireHex(gitOid, 40, "git oid");
    }

    /** Describes a file whose sha256 is known. */
    public static Blob sha256(String label, String source, URI url, String sha256, long size) {
        return new Blob(label, source, url, sha256, "", size);
    }

    /** Describes a file of a git repository, known by its object id. */
    public static Blob git(String label, String source, URI url, String gitOid, long size) {
        return new Blob(label, source, url, "", gitOid, size);
    }

    /** Describes a file of which nothing is known; whatever comes is taken. */
    public static Blob unknown(String label, String source, URI url) {
        return new Blob(label, source, url, "", "", -1);
    }

    static void requireHex(String text, int length, String what) {
        if (text.isEmpty()) {
            return;
        }
        boolean hex = text.length() == length;
        for (int i = 0; hex && i < length; i++) {
            char c = text.charAt(i);
            hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        if (!hex) {
            throw new IllegalArgumentException("a " + what + " has " + length + " lower-case hex digits");
        }
    }
}
