package dev.airgap.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a version in any spelling that PEP 440 allows (appendix B), greedily from left to right. */
final class VersionScanner {

    /** Python itself reads no number of more than 4,300 digits; a longer text costs only time. */
    private static final int LONGEST = 4_300;

    private static final String[] PRE_WORDS = {"alpha", "a", "beta", "b", "preview", "pre", "c", "rc"};
    private static final int[] PRE_RANKS = {0, 0, 1, 1, 2, 2, 2, 2};
    private static final String[] POST_WORDS = {"post", "rev", "r"};
    private static final String[] DEV_WORDS = {"dev"};

    private final String raw;
    private final int end;
    private int at;

    private VersionScanner(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && Words.isSpace(raw.charAt(from))) {
            from++;
        }
        while (to > from && Words.isSpace(raw.charAt(to - 1))) {
            to--;
        }
        this.raw = raw;
        this.at = from;
        this.end = to;
    }

    /** Reads a version; null where it is none. */
    static Version scan(String raw) {
        if (raw.length() > LONGEST) {
            return null;
        }
        return new VersionScanner(raw).scan();
    }

    private Version scan() {
        if (at < end && lower(at) == 'v') {
            at++;
        }
        if (at == end || !isDigit(at)) {
            return null;
        }
        BigInteger epoch = BigInteger.ZERO;
        BigInteger number = number();
        if (at < end && raw.charAt(at) == '!') {
            at++;
            if (at == end || !isDigit(at)) {
                return null;
            }
            epoch = number;
            number = number();
        }
        List<BigInteger> release = new ArrayList<>(4);
        release.add(number);
        while (at + 1 < end && raw.charAt(at) == '.' && isDigit(at + 1)) {
            at++;
            release.add(number());
        }
        int preRank = VersionParts.NO_PRE;
        BigInteger pre = null;
        int word = word(PRE_WORDS);
        if (word >= 0) {
            preRank = PRE_RANKS[word];
            pre = suffixNumber();
        }
        BigInteger post = null;
        if (at + 1 < end && raw.charAt(at) == '-' && isDigit(at + 1)) {
            at++;
            post = number();
        } else if (word(POST_WORDS) >= 0) {
            post = suffixNumber();
        }
        BigInteger dev = word(DEV_WORDS) >= 0 ? suffixNumber() : null;
        Comparable<?>[] local = null;
        if (at < end && raw.charAt(at) == '+') {
            local = local();
        }
        if (at < end) {
            return null;
        }
        return Version.of(new VersionParts(epoch, release.toArray(new BigInteger[0]), preRank, pre, post, dev, local));
    }

    /** Reads one of the words with a separator before it that may be absent; gives its place, or -1 and stays. */
    private int word(String[] words) {
        int from = at < end && isSeparator(at) ? at + 1 : at;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            int length = word.length();
            if (from + length <= end) {
                int same = 0;
                while (same < length && lower(from + same) == word.charAt(same)) {
                    same++;
                }
                if (same == length) {
                    at = from + length;
                    return i;
                }
            }
        }
        return -1;
    }

    /** Reads the number after a word, an implicit 0 where there is none; the separator belongs to the word anyhow. */
    private BigInteger suffixNumber() {
        if (at < end && isSeparator(at)) {
            at++;
        }
        return at < end && isDigit(at) ? number() : BigInteger.ZERO;
    }

    private BigInteger number() {
        int from = at;
        while (at < end && isDigit(at)) {
            at++;
        }
        return number(from, at);
    }

    private BigInteger number(int from, int to) {
        if (to - from > 18) {
            return new BigInteger(raw.substring(from, to));
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + raw.charAt(i) - '0';
        }
        return BigInteger.valueOf(value);
    }

    /** Reads a local label from its plus sign; leaves the scanner short of the end where it is broken. */
    private Comparable<?>[] local() {
        List<Comparable<?>> found = new ArrayList<>(2);
        int from = at + 1;
        while (true) {
            int to = from;
            boolean digits = true;
            while (to < end && PackageName.isAlphanumeric(raw.charAt(to))) {
                digits &= isDigit(to);
                to++;
            }
            if (to == from) {
                break;
            }
            found.add(digits ? number(from, to) : raw.substring(from, to).toLowerCase(Locale.ROOT));
            at = to;
            if (to == end || !isSeparator(to)) {
                break;
            }
            from = to + 1;
        }
        return found.toArray(new Comparable<?>[0]);
    }

    private boolean isDigit(int index) {
        char c = raw.charAt(index);
        return c >= '0' && c <= '9';
    }

    private boolean isSeparator(int index) {
        char c = raw.charAt(index);
        return c == '.' || c == '-' || c == '_';
    }

    /** Folds ASCII letters alone: the dotless and long letters of Unicode are no spelling of a word. */
    private char lower(int index) {
        char c = raw.charAt(index);
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
