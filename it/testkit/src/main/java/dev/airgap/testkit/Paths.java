package dev.airgap.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Turns paths into what a URL can hold, and back. */
final class Paths {
    private static final String PLAIN = "-._~!$&'()*,;=:@/+";

    private Paths() {}

    /** Encodes a path, keeping its slashes. */
    static String encode(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", (int) c));
            }
        }
        return out.toString();
    }

    /** Decodes percent signs alone: in a path a plus sign is a plus sign. */
    static String decode(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
