package dev.airgap.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes a blob while it streams: sha256 always, the git oid where nothing else is known. */
final class Check {

    private final Blob blob;
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest git;

    Check(Blob blob) {
        this.blob = blob;
        this.git = blob.sha256().isEmpty() && !blob.gitOid().isEmpty() ? digest("SHA-1") : null;
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + name, e);
        }
    }

    /** Tells whether the size must be known before the first byte: git hashes it in front of them. */
    boolean needsSize() {
        return git != null;
    }

    /** Begins anew. */
    void start(long size) {
        sha256.reset();
        if (git != null) {
            git.reset();
            git.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        }
    }

    void update(byte[] data, int offset, int length) {
        sha256.update(data, offset, length);
        if (git != null) {
            git.update(data, offset, length);
        }
    }

    /** Ends the hashing and compares. */
    Verdict end() {
        String sha = HexFormat.of().formatHex(sha256.digest());
        if (git == null) {
            return new Verdict(sha, "sha256", blob.sha256(), sha);
        }
        return new Verdict(sha, "git oid", blob.gitOid(), HexFormat.of().formatHex(git.digest()));
    }

    /**
     * Holds both sides of the comparison.
     *
     * @param sha256 of what came
     * @param kind what was compared
     * @param expected empty where nothing was known
     */
    record Verdict(String sha256, String kind, String expected, String actual) {

        boolean right() {
            return expected.isEmpty() || expected.equals(actual);
        }
    }
}
