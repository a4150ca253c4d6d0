package dev.airgap.index;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds the start tags {@code a}, {@code base} and {@code meta} of an HTML page as it streams, by the rules of the HTML
 * tokenizer: attributes in any order, quoted or not, comments and raw text passed over. Builds no tree: pages of
 * several megabytes are read many at a time by a cold JVM.
 */
final class HtmlScanner {

    /** Elements whose content is text, whatever it looks like. */
    private static final String[] RAW = {
        "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"
    };

    private final Window window;
    private String tag = "";

    /** Four places an attribute: its name's start and end, its value's start and end. */
    private int[] marks = new int[64];

    private int attributes;
    private boolean cut;

    HtmlScanner(InputStream in) {
        this.window = new Window(in);
    }

    /** Moves to the next tag of interest; gives its name in lower case, or null at the end of the page. */
    String next() throws IOException {
        while (window.find('<')) {
            if (!window.has(4) && !window.has(2)) {
                return null;
            }
            int at = window.at;
            int first = window.bytes[at + 1];
            if (isLetter(first)) {
                if (startTag()) {
                    return tag;
                }
            } else if (first == '!' && window.shows(at + 2, '-') && window.shows(at + 3, '-')) {
                window.at += 4;
                comment();
            } else if (first == '/' && window.has(3) && isLetter(window.bytes[window.at + 2])) {
                readTag();
            } else if (first == '!' || first == '?' || first == '/') {
                // HTML, bogus comment state.
                window.at += 2;
                window.pass('>');
            } else {
                window.at++;
            }
        }
        return null;
    }

    /** Tells whether the page ended inside a tag. */
    boolean cut() {
        return cut;
    }

    /** Gives an attribute of the current tag, decoded, or null where it has none. The name is lower case. */
    String attribute(String name) {
        for (int i = 0; i < attributes; i++) {
            int mark = i * 4;
            if (isName(marks[mark], marks[mark + 1], name)) {
                return Entities.decode(window.bytes, marks[mark + 2], marks[mark + 3]);
            }
        }
        return null;
    }

    private boolean isName(int from, int to, String name) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (lower(window.bytes[from + i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Passes over the rest of a comment, which may be empty ({@code <!-->}, {@code <!--->}), or end by {@code --!>}. */
    private void comment() throws IOException {
        if (window.sees('>')) {
            window.at++;
            return;
        }
        int dashes = dashes();
        if (dashes == 1 && window.sees('>')) {
            window.at++;
            return;
        }
        while (dashes < 2 || !closes()) {
            if (!window.find('-')) {
                return;
            }
            dashes = dashes();
        }
    }

    /** Passes over dashes and counts them. */
    private int dashes() throws IOException {
        int count = 0;
        while (window.sees('-')) {
            window.at++;
            count++;
        }
        return count;
    }

    private boolean closes() throws IOException {
        if (window.sees('!')) {
            window.at++;
        }
        if (window.sees('>')) {
            window.at++;
            return true;
        }
        return false;
    }

    private boolean startTag() throws IOException {
        if (!readTag() || tag.isEmpty()) {
            return false;
        }
        for (String raw : RAW) {
            if (raw.equals(tag)) {
                rawText();
                return false;
            }
        }
        return true;
    }

    /** Reads the tag at the current place and moves behind it; false where the page ends inside. */
    private boolean readTag() throws IOException {
        int close = tagEnd();
        while (close < 0 && window.more()) {
            close = tagEnd();
        }
        cut |= close < 0;
        window.at = close < 0 ? window.end : close;
        return close >= 0;
    }

    /** Reads the tag as far as it is in sight; gives the place behind it, or -1 where bytes are missing. */
    private int tagEnd() {
        byte[] bytes = window.bytes;
        int end = window.end;
        int i = window.at + 1;
        if (bytes[i] == '/') {
            i++;
        }
        int nameStart = i;
        while (i < end && !isSpace(bytes[i]) && bytes[i] != '/' && bytes[i] != '>') {
            i++;
        }
        tag = known(nameStart, i);
        attributes = 0;
        while (i < end) {
            byte b = bytes[i];
            if (b == '>') {
                return i + 1;
            } else if (isSpace(b) || b == '/') {
                i++;
            } else {
                i = attribute(bytes, i, end);
            }
        }
        return -1;
    }

    private int attribute(byte[] bytes, int from, int end) {
        int i = from + 1;
        while (i < end && bytes[i] != '=' && !isSpace(bytes[i]) && bytes[i] != '/' && bytes[i] != '>') {
            i++;
        }
        int nameEnd = i;
        i = behindSpace(bytes, i, end);
        if (i >= end || bytes[i] != '=') {
            mark(from, nameEnd, nameEnd, nameEnd);
            return i;
        }
        i = behindSpace(bytes, i + 1, end);
        if (i >= end) {
            return i;
        }
        byte quote = bytes[i];
        int start = i;
        if (quote == '"' || quote == '\'') {
            start = ++i;
            while (i < end && bytes[i] != quote) {
                i++;
            }
            mark(from, nameEnd, start, i);
            return i + 1;
        }
        while (i < end && !isSpace(bytes[i]) && bytes[i] != '>') {
            i++;
        }
        mark(from, nameEnd, start, i);
        return i;
    }

    private static int behindSpace(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private void mark(int nameStart, int nameEnd, int valueStart, int valueEnd) {
        if (tag.isEmpty()) {
            return;
        }
        if (attributes * 4 == marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        int mark = attributes++ * 4;
        marks[mark] = nameStart;
        marks[mark + 1] = nameEnd;
        marks[mark + 2] = valueStart;
        marks[mark + 3] = valueEnd;
    }

    /** Names the tag where it matters, so that no string is made for the others. */
    private String known(int from, int to) {
        int length = to - from;
        if (length == 1) {
            return isName(from, to, "a") ? "a" : "";
        }
        if (length < 3 || length > 9) {
            return "";
        }
        if (isName(from, to, "base")) {
            return "base";
        }
        if (isName(from, to, "meta")) {
            return "meta";
        }
        for (String raw : RAW) {
            if (isName(from, to, raw)) {
                return raw;
            }
        }
        return "";
    }

    /** Passes over the text of an element that holds no markup, to its end tag. */
    private void rawText() throws IOException {
        int length = tag.length();
        while (window.find('<')) {
            int at = window.has(length + 3) ? window.at : -1;
            if (at >= 0 && window.bytes[at + 1] == '/' && isName(at + 2, at + 2 + length, tag)) {
                byte after = window.bytes[at + 2 + length];
                if (isSpace(after) || after == '/' || after == '>') {
                    window.pass('>');
                    return;
                }
            }
            window.at++;
        }
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
    }

    private static boolean isLetter(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }
}
