package dev.airgap.fault;

/** Tells letters that may stand in a log line, a path or a file from those that may not, whoever wrote them. */
public final class Letters {

    private Letters() {}

    /**
     * Tells whether a letter neither steers a terminal, nor turns a line around, nor breaks it.
     *
     * @param c a code point, or half of a surrogate pair, which is plain
     */
    public static boolean isPlain(int c) {
        if (c < 0x7F) {
            return c >= ' ';
        }
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /**
     * Gives a text with another letter in the place of each that is not plain, cut where it is too long to read.
     *
     * @param longest how many letters are kept; where there are more, {@code …} stands for the rest
     */
    public static String plain(String text, char instead, int longest) {
        int length = Math.min(text.length(), longest);
        StringBuilder plain = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            plain.append(isPlain(c) ? c : instead);
        }
        return length < text.length() ? plain.append('…').toString() : plain.toString();
    }
}
