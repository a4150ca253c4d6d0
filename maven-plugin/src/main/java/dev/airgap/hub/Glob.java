package dev.airgap.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Matches paths as Python's {@code fnmatch.fnmatchcase} does: {@code *} crosses slashes, {@code ?} is any one
 * character, {@code [...]} a set, {@code [!...]} its complement, an unclosed bracket itself; nothing escapes.
 */
final class Glob {

    private static final int STAR = -1;
    private static final int ANY = -2;
    private static final int SET = -3;

    private final String pattern;
    /** A code point, or one of the kinds above. */
    private final int[] tokens;
    /** Per token that is a set: whether it is a complement (0 or 1), then pairs of first and last. */
    private final int[][] sets;

    Glob(String pattern) {
        this.pattern = pattern;
        int[] text = pattern.codePoints().toArray();
        int[] kinds = new int[text.length];
        List<int[]> ranges = new ArrayList<>();
        int count = 0;
        int i = 0;
        while (i < text.length) {
            int c = text[i++];
            int[] set = null;
            if (c == '*') {
                if (count > 0 && kinds[count - 1] == STAR) {
                    continue;
                }
                c = STAR;
            } else if (c == '?') {
                c = ANY;
            } else if (c == '[') {
                int end = closing(text, i);
                if (end > 0) {
                    set = set(text, i, end);
                    i = end + 1;
                    c = SET;
                }
            }
            ranges.add(set);
            kinds[count++] = c;
        }
        tokens = Arrays.copyOf(kinds, count);
        sets = ranges.toArray(int[][]::new);
    }

    String pattern() {
        return pattern;
    }

    /** Finds the bracket that closes a set; one that stands first, or after {@code !}, belongs to the set. */
    private static int closing(int[] text, int from) {
        int at = from;
        if (at < text.length && text[at] == '!') {
            at++;
        }
        if (at < text.length && text[at] == ']') {
            at++;
        }
        while (at < text.length && text[at] != ']') {
            at++;
        }
        return at < text.length ? at : -1;
    }

    private static int[] set(int[] text, int from, int end) {
        int[] set = new int[2 * (end - from) + 1];
        int size = 1;
        int at = from;
        if (text[at] == '!') {
            set[0] = 1;
            at++;
        }
        while (at < end) {
            if (text[at] == '!' && size == 1 && set[0] == 0) {
                // Python drops backward ranges first and looks for the complement's sign afterwards.
                set[0] = 1;
                at++;
                if (at < end && text[at] == '-') {
                    set[size++] = '-';
                    set[size++] = '-';
                    at++;
                }
                continue;
            }
            boolean range = at + 2 < end && text[at + 1] == '-';
            int last = range ? text[at + 2] : text[at];
            // A range that runs backwards holds nothing.
            if (text[at] <= last) {
                set[size++] = text[at];
                set[size++] = last;
            }
            at += range ? 3 : 1;
        }
        return Arrays.copyOf(set, size);
    }

    boolean matches(int[] text) {
        int at = 0;
        int token = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length) {
            if (token < tokens.length && tokens[token] == STAR) {
                star = token++;
                resume = at;
            } else if (token < tokens.length && fits(token, text[at])) {
                token++;
                at++;
            } else if (star >= 0) {
                token = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == STAR) {
            token++;
        }
        return token == tokens.length;
    }

    private boolean fits(int token, int c) {
        int kind = tokens[token];
        if (kind != SET) {
            return kind == c || kind == ANY;
        }
        int[] set = sets[token];
        for (int i = 1; i < set.length; i += 2) {
            if (set[i] <= c && c <= set[i + 1]) {
                return set[0] == 0;
            }
        }
        return set[0] == 1;
    }
}
