package dev.airgap.python;

import dev.airgap.fault.Letters;

/** Makes foreign text fit for a sentence, and knows Python's idea of white space. */
final class Words {

    private static final int LONGEST = 200;

    private Words() {}

    /** Gives the text without control characters, cut where it is too long to read. */
    static String shown(String foreign) {
        return Letters.plain(foreign, '\uFFFD', LONGEST);
    }

    /** Tells whether Python's {@code str.strip} and {@code \s} take the character for white space. */
    static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1c && c <= 0x1f;
        }
        return c == 0x85 || Character.isSpaceChar(c);
    }

    /** Cuts white space off both ends, as Python does. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
