package dev.airgap.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the start tags {@code a}, {@code base} and {@code meta} of an HTML page as it streams, by the rules of the HTML
 * tokenizer: attributes in any order, quoted or not, comments and raw text passed over. Builds no tree: pages of
 * several megabytes are read many at a time by a cold JVM.
 */
final class HtmlScanner {

    /** No honest tag is longer. */
    private static final int TAG_LIMIT = 1 << 18;

    private static final String[] RAW = {
        "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"
    };

    private final InputStream in;
    private byte[] bytes = new byte[1 << 16];
    private int at;
    private int end;
    private boolean drained;

    private String tag = "";
    private int[] marks = new int[64];
    private int attributes;

    HtmlScanner(InputStream in) {
        this.in = in;
    }

    /** Moves to the next tag of interest; gives its name in lower case, or null at the end of the page. */
    String next() throws IOException {
        while (toMarkup()) {
            int first = bytes[at + 1] & 0xFF;
            if (isLetter(first)) {
                if (startTag()) {
                    return tag;
                }
            } else if (first == '!' && look(at + 2, '-') && look(at + 3, '-')) {
                comment();
            } else if (first == '!' || first == '?' || first == '/' && at + 2 < end && !isLetter(bytes[at + 2])) {
                at += 2;
                pass('>');
            } else if (first == '/') {
                endTag();
            } else {
                at++;
            }
        }
        return null;
    }

    /** Gives an attribute of the current tag, decoded, or null where it has none. The name is lower case. */
    String attribute(String name) {
        for (int i = 0; i < attributes; i++) {
            int mark = i * 4;
            if (isName(marks[mark], marks[mark + 1], name)) {
                return Entities.decode(bytes, marks[mark + 2], marks[mark + 3]);
            }
        }
        return null;
    }

    private boolean isName(int from, int to, String name) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (lower(bytes[from + i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean toMarkup() throws IOException {
        while (true) {
            byte[] window = bytes;
            int stop = end;
            int i = at;
            while (i < stop && window[i] != '<') {
                i++;
            }
            at = i;
            if (end - at > 4) {
                return true;
            }
            if (!more()) {
                return end - at >= 2;
            }
        }
    }

    /** Reads more, keeping what lies from the current place on; false at the end. */
    private boolean more() throws IOException {
        if (drained) {
            return false;
        }
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end == bytes.length) {
            if (end >= TAG_LIMIT) {
                throw new PageException("a tag of more than " + TAG_LIMIT + " bytes");
            }
            bytes = Arrays.copyOf(bytes, end * 2);
        }
        int count = in.read(bytes, end, bytes.length - end);
        if (count < 0) {
            drained = true;
            return false;
        }
        end += count;
        return true;
    }

    /** Tells what stands at a place; the place is moved with the bytes where more are read. */
    private boolean look(int place, int wanted) {
        return place < end && bytes[place] == wanted;
    }

    private void comment() throws IOException {
        at += 4;
        while (at + 1 >= end && more()) {
            // the two bytes after <!-- decide whether it is empty
        }
        if (look(at, '>')) {
            at++;
            return;
        }
        if (look(at, '-') && look(at + 1, '>')) {
            at += 2;
            return;
        }
        while (pass('-')) {
            int dashes = 1;
            while (sees('-')) {
                at++;
                dashes++;
            }
            if (dashes > 1) {
                if (sees('!')) {
                    at++;
                }
                if (sees('>')) {
                    at++;
                    return;
                }
            }
        }
    }

    private boolean sees(int wanted) throws IOException {
        return (at < end || more()) && bytes[at] == wanted;
    }

    /** Moves behind the next such byte; false where the page ends first. */
    private boolean pass(int wanted) throws IOException {
        while (true) {
            for (int i = at; i < end; i++) {
                if (bytes[i] == wanted) {
                    at = i + 1;
                    return true;
                }
            }
            at = end;
            if (!more()) {
                return false;
            }
        }
    }

    private boolean startTag() throws IOException {
        int close = readTag();
        while (close < 0 && more()) {
            close = readTag();
        }
        if (close < 0) {
            at = end;
            return false;
        }
        at = close;
        if (tag.isEmpty()) {
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

    private void endTag() throws IOException {
        int close = readTag();
        while (close < 0 && more()) {
            close = readTag();
        }
        at = close < 0 ? end : close;
    }

    /** Reads the tag that starts at the current place; gives the place behind it, or -1 where bytes are missing. */
    private int readTag() {
        int i = at + 1;
        if (i < end && bytes[i] == '/') {
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
                i = attribute(i);
            }
        }
        return -1;
    }

    private int attribute(int from) {
        int i = from + 1;
        while (i < end && bytes[i] != '=' && !isSpace(bytes[i]) && bytes[i] != '/' && bytes[i] != '>') {
            i++;
        }
        int nameEnd = i;
        while (i < end && isSpace(bytes[i])) {
            i++;
        }
        if (i >= end || bytes[i] != '=') {
            mark(from, nameEnd, nameEnd, nameEnd);
            return i;
        }
        i++;
        while (i < end && isSpace(bytes[i])) {
            i++;
        }
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
            return lower(bytes[from]) == 'a' ? "a" : "";
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
        byte[] name = tag.getBytes(StandardCharsets.US_ASCII);
        while (pass('<')) {
            while (end - at < name.length + 2 && more()) {
                // the end tag's name must be in sight
            }
            if (look(at, '/') && isName(at + 1, Math.min(at + 1 + name.length, end), tag)) {
                int after = at + 1 + name.length;
                if (after < end && (isSpace(bytes[after]) || bytes[after] == '/' || bytes[after] == '>')) {
                    at = after;
                    pass('>');
                    return;
                }
            }
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
