package dev.airgap.index;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Decodes character references in attribute values (HTML, character reference state). Of the named ones it knows those
 * that stand for ASCII: others have no place in the attributes of an index and are left as they are.
 */
final class Entities {

    private static final int LONGEST = 16;

    /** Those that hold without a semicolon too, from the times before HTML 5. */
    private static final Map<String, Character> LEGACY =
            Map.of("amp", '&', "AMP", '&', "lt", '<', "LT", '<', "gt", '>', "GT", '>', "quot", '"', "QUOT", '"');

    private static final Map<String, Character> NAMED = Map.ofEntries(
            Map.entry("apos", '\''),
            Map.entry("Tab", '\t'),
            Map.entry("NewLine", '\n'),
            Map.entry("excl", '!'),
            Map.entry("num", '#'),
            Map.entry("dollar", '$'),
            Map.entry("percnt", '%'),
            Map.entry("lpar", '('),
            Map.entry("rpar", ')'),
            Map.entry("ast", '*'),
            Map.entry("midast", '*'),
            Map.entry("plus", '+'),
            Map.entry("comma", ','),
            Map.entry("period", '.'),
            Map.entry("sol", '/'),
            Map.entry("colon", ':'),
            Map.entry("semi", ';'),
            Map.entry("equals", '='),
            Map.entry("quest", '?'),
            Map.entry("commat", '@'),
            Map.entry("lsqb", '['),
            Map.entry("lbrack", '['),
            Map.entry("bsol", '\\'),
            Map.entry("rsqb", ']'),
            Map.entry("rbrack", ']'),
            Map.entry("Hat", '^'),
            Map.entry("lowbar", '_'),
            Map.entry("UnderBar", '_'),
            Map.entry("grave", '`'),
            Map.entry("DiacriticalGrave", '`'),
            Map.entry("lcub", '{'),
            Map.entry("lbrace", '{'),
            Map.entry("verbar", '|'),
            Map.entry("vert", '|'),
            Map.entry("VerticalLine", '|'),
            Map.entry("rcub", '}'),
            Map.entry("rbrace", '}'),
            Map.entry("nbsp", '\u00a0'));

    private Entities() {}

    static String decode(byte[] bytes, int from, int to) {
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        int amp = raw.indexOf('&');
        if (amp < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int done = 0;
        while (amp >= 0) {
            text.append(raw, done, amp);
            done = raw.startsWith("#", amp + 1) ? numeric(raw, amp, text) : named(raw, amp, text);
            amp = raw.indexOf('&', done);
        }
        return text.append(raw, done, raw.length()).toString();
    }

    /** Appends what the reference at the ampersand stands for; gives the place after it. */
    private static int named(String raw, int amp, StringBuilder text) {
        int end = amp + 1;
        while (end < raw.length() && end - amp <= LONGEST + 1 && isAlphanumeric(raw.charAt(end))) {
            end++;
        }
        String name = raw.substring(amp + 1, end);
        Character exact = LEGACY.get(name);
        if (end < raw.length() && raw.charAt(end) == ';') {
            Character known = exact != null ? exact : NAMED.get(name);
            if (known != null) {
                text.append(known.charValue());
                return end + 1;
            }
        } else if (exact != null && !(end < raw.length() && raw.charAt(end) == '=')) {
            text.append(exact.charValue());
            return end;
        }
        text.append('&');
        return amp + 1;
    }

    private static int numeric(String raw, int amp, StringBuilder text) {
        boolean hex = raw.startsWith("x", amp + 2) || raw.startsWith("X", amp + 2);
        int start = amp + (hex ? 3 : 2);
        int end = start;
        int value = 0;
        while (end < raw.length() && Character.digit(raw.charAt(end), hex ? 16 : 10) >= 0 && raw.charAt(end) < 0x7F) {
            value = Math.min(value * (hex ? 16 : 10) + Character.digit(raw.charAt(end), hex ? 16 : 10), 0x110000);
            end++;
        }
        if (end == start) {
            text.append('&');
            return amp + 1;
        }
        boolean bad = value == 0 || value > 0x10FFFF || value >= 0xD800 && value <= 0xDFFF;
        text.appendCodePoint(bad ? 0xFFFD : value);
        return end < raw.length() && raw.charAt(end) == ';' ? end + 1 : end;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
