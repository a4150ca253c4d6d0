package dev.airgap.bundle;

import java.util.Comparator;

/** Orders paths as their UTF-8 bytes stand, which is the order of code points and not that of Java's chars. */
enum PathOrder implements Comparator<String> {
    BYTES;

    @Override
    public int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // A surrogate stands for a code point above all others, though as a char it is below U+E000.
                boolean high = Character.isSurrogate(x);
                return high == Character.isSurrogate(y) ? Character.compare(x, y) : high ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
