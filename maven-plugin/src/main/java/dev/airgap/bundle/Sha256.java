package dev.airgap.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes SHA-256 and writes it as the bundle does: 64 lower-case hex digits. */
final class Sha256 {

    /** One MiB a read: below that the calls cost, above it nothing is won. */
    static final int BUFFER = 1 << 20;

    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String end(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(byte[] bytes) {
        MessageDigest digest = start();
        digest.update(bytes);
        return end(digest);
    }

    /** Reads a stream to its end; the caller closes it. */
    static String of(InputStream content) throws IOException {
        return of(content, new byte[BUFFER]);
    }

    /** Reads a stream to its end through a buffer that the caller has; the caller closes it. */
    static String of(InputStream content, byte[] buffer) throws IOException {
        MessageDigest digest = start();
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return end(digest);
    }

    static boolean isHex(String text) {
        if (text.length() != 64) {
            return false;
        }
        for (int i = 0; i < 64; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
