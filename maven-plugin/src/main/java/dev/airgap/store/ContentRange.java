package dev.airgap.store;

/**
 * Reads the Content-Range header (RFC 9110, section 14.4).
 *
 * @param first offset of the first byte, or -1
 * @param last offset of the last byte, or -1
 * @param total length of the whole, or -1
 */
record ContentRange(long first, long last, long total) {

    /** Reads {@code bytes 5-9/10}, {@code bytes 5-9/*} or {@code bytes *}{@code /10}; -1 for what is missing or makes no sense. */
    static ContentRange parse(String text) {
        String value = text.strip();
        int slash = value.indexOf('/');
        if (!value.startsWith("bytes ") || slash < 0) {
            return new ContentRange(-1, -1, -1);
        }
        String span = value.substring(6, slash);
        int dash = span.indexOf('-');
        long total = number(value.substring(slash + 1));
        return dash < 0
                ? new ContentRange(-1, -1, total)
                : new ContentRange(number(span.substring(0, dash)), number(span.substring(dash + 1)), total);
    }

    /** Reads a number of bytes; -1 for what is none. */
    static long number(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 18) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(digits);
    }
}
