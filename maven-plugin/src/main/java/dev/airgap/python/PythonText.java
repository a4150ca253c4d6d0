package dev.airgap.python;

/** Reads the inside of a quoted Python text: packaging hands a marker's literals to Python itself. */
final class PythonText {

    private PythonText() {}

    /** Decodes the escapes; null where Python would refuse the text. */
    static String decodeOrNull(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0 && raw.indexOf('\0') < 0 ? raw : null;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            if (c == '\n' || c == '\r' || c == '\0' || c == '\\' && at == raw.length()) {
                return null;
            }
            if (c != '\\') {
                text.append(c);
                continue;
            }
            at = escape(raw, at, text);
            if (at < 0) {
                return null;
            }
        }
        return text.toString();
    }

    /** Decodes one escape behind its backslash; gives the place behind it, or -1 where it is broken. */
    private static int escape(String raw, int at, StringBuilder text) {
        char c = raw.charAt(at);
        int plain = "\\'\"abfnrtv".indexOf(c);
        if (plain >= 0) {
            text.append("\\'\"\u0007\b\f\n\r\t\u000b".charAt(plain));
            return at + 1;
        }
        if (c == '\n') {
            return at + 1;
        }
        if (c == '\r') {
            return at + 1 < raw.length() && raw.charAt(at + 1) == '\n' ? at + 2 : at + 1;
        }
        if (c >= '0' && c <= '7') {
            int to = at;
            int value = 0;
            while (to < raw.length() && to < at + 3 && raw.charAt(to) >= '0' && raw.charAt(to) <= '7') {
                value = value * 8 + raw.charAt(to++) - '0';
            }
            text.appendCodePoint(value);
            return to;
        }
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (digits > 0) {
            return hex(raw, at + 1, digits, text);
        }
        if (c == 'N') {
            // A character by its name: nobody writes that in a marker, and names differ between Unicode's versions.
            return -1;
        }
        text.append('\\').append(c);
        return at + 1;
    }

    private static int hex(String raw, int from, int digits, StringBuilder text) {
        if (from + digits > raw.length()) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = raw.charAt(i) < 0x80 ? Character.digit(raw.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            return -1;
        }
        text.appendCodePoint((int) value);
        return from + digits;
    }
}
