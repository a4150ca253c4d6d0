package dev.airgap.input;

import java.util.ArrayList;
import java.util.List;

/** Splits options into words by a POSIX shell's quoting, as Python's shlex does. */
final class ShellWords {

    private ShellWords() {}

    /** Splits; throws IllegalArgumentException where a quote or backslash has no end. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (c == '\'' || c == '"') {
                i = quoted(text, i, c, word);
            } else if (c == '\\') {
                if (i == text.length()) {
                    throw new IllegalArgumentException("a backslash has nothing to escape");
                }
                word.append(text.charAt(i++));
            } else {
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    /** Reads up to the closing quote and gives the place behind it. */
    private static int quoted(String text, int from, char quote, StringBuilder word) {
        int i = from;
        while (i < text.length() && text.charAt(i) != quote) {
            boolean escape = quote == '"'
                    && text.charAt(i) == '\\'
                    && i + 1 < text.length()
                    && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
            i += escape ? 1 : 0;
            word.append(text.charAt(i++));
        }
        if (i >= text.length()) {
            throw new IllegalArgumentException("a quote has no end");
        }
        return i + 1;
    }
}
