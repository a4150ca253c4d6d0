package dev.airgap.index;

/** Knows the classes of characters that a page's links are made of; a look into a table is what a cold JVM does fast. */
final class Chars {

    private static final byte URL = 1;
    private static final byte FILE = 2;
    private static final byte[] CLASSES = new byte[128];
    private static final byte[] DIGITS = new byte[128];

    static {
        java.util.Arrays.fill(DIGITS, (byte) -1);
        mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", URL | FILE);
        mark("-_.+!", URL | FILE);
        // RFC 2396, as java.net.URI has it: what else may stand in an address unescaped.
        mark("~'()*,;:$&=?/@", URL);
        for (int i = 0; i < 10; i++) {
            DIGITS['0' + i] = (byte) i;
        }
        for (int i = 0; i < 6; i++) {
            DIGITS['a' + i] = (byte) (10 + i);
            DIGITS['A' + i] = (byte) (10 + i);
        }
    }

    private Chars() {}

    private static void mark(String chars, int kind) {
        for (int i = 0; i < chars.length(); i++) {
            CLASSES[chars.charAt(i)] |= (byte) kind;
        }
    }

    /** Tells whether the character may stand in an address as it is; a percent sign may not of itself. */
    static boolean isUrl(char c) {
        return c < 128 && (CLASSES[c] & URL) != 0;
    }

    /** Tells whether the character may stand in the name of a wheel or an sdist. */
    static boolean isFile(char c) {
        return c < 128 && (CLASSES[c] & FILE) != 0;
    }

    /** Gives the value of a hex digit, or -1. */
    static int digit(char c) {
        return c < 128 ? DIGITS[c] : -1;
    }
}
