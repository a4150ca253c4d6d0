package dev.airgap.http;

/** Splits a netrc into words; knows its quoting and comments. */
final class NetrcWords {

    private final String text;
    private final String place;
    private int at;
    private int line = 1;

    NetrcWords(String text, String place) {
        this.text = text;
        this.place = place;
    }

    /** Gives the next word, or null at the end; a comment runs from # to the end of the line. */
    String next() {
        while (true) {
            skipSpace();
            if (at >= text.length()) {
                return null;
            }
            if (text.charAt(at) != '#') {
                return word();
            }
            skipLine();
        }
    }

    /** Gives the word that a keyword demands: here a # belongs to the value, since passwords start with it. */
    String value(String keyword) {
        skipSpace();
        if (at >= text.length()) {
            throw new IllegalArgumentException(place + ", line " + line + ": " + keyword + " is followed by nothing");
        }
        return word();
    }

    /** Skips a macro, which ends at an empty line. */
    void skipMacro() {
        do {
            skipLine();
        } while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r');
    }

    /** Makes the error for the word just read, which is not shown: it may be a password out of place. */
    IllegalArgumentException unknown(String expected) {
        return new IllegalArgumentException(place + ", line " + line + ": expected " + expected);
    }

    private String word() {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                c = text.charAt(at++);
            }
            word.append(c);
        }
        return word.toString();
    }

    private String quoted() {
        StringBuilder word = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return word.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                c = text.charAt(++at);
            }
            word.append(c);
        }
        throw new IllegalArgumentException(place + ", line " + line + ": a quote is not closed");
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at++) == '\n') {
                line++;
            }
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        line++;
    }
}
