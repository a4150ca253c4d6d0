package dev.airgap.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Computes the digests that indexes, wheels and hubs name. */
public final class Hashes {

    private Hashes() {}

    /** Gives the SHA-256 in lower-case hex. */
    public static String sha256(byte[] bytes) {
        return hex(digest("SHA-256", bytes));
    }

    /** Gives the SHA-256 as RECORD has it: base64 for URLs, unpadded. */
    static String record(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-256", bytes));
    }

    /** Gives git's id of a blob: the SHA-1 over its header and its bytes. */
    public static String gitBlob(byte[] bytes) {
        byte[] head = ("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return hex(digest("SHA-1", all));
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
