package dev.airgap.resolve;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Holds what a variable may still be: absent, or any of a package's releases by position. Immutable.
 * The releases of a package are finite and known before one of them is chosen, so a set of them is exact for every
 * specifier there is, and all of its algebra is done on words. Absence is bit 0, the release at position p is bit p + 1.
 */
final class VersionSet {

    private final int bits;
    private final long[] words;
    /** Counted when first asked for; -1 before. */
    private int size = -1;
    /** The first and the last word that is not empty, known with the size. */
    private int first;

    private int last;

    private VersionSet(int bits, long[] words) {
        this.bits = bits;
        this.words = words;
    }

    /** Gives absence and every release. */
    static VersionSet all(int releases) {
        return new VersionSet(releases + 1, new long[wordsFor(releases + 1)]).not();
    }

    static VersionSet absent(int releases) {
        long[] words = new long[wordsFor(releases + 1)];
        words[0] = 1;
        return new VersionSet(releases + 1, words);
    }

    /** Gives every release, without absence. */
    static VersionSet present(int releases) {
        return absent(releases).not();
    }

    static VersionSet only(int releases, int position) {
        long[] words = new long[wordsFor(releases + 1)];
        words[(position + 1) >>> 6] = 1L << (position + 1);
        return new VersionSet(releases + 1, words);
    }

    /** Gives the releases at these positions, without absence. */
    static VersionSet of(int releases, BitSet positions) {
        long[] words = new long[wordsFor(releases + 1)];
        long[] source = positions.toLongArray();
        long carry = 0;
        for (int i = 0; i < words.length; i++) {
            long word = i < source.length ? source[i] : 0;
            words[i] = (word << 1) | carry;
            carry = word >>> 63;
        }
        return new VersionSet(releases + 1, words);
    }

    private static int wordsFor(int bits) {
        return (bits + 63) >>> 6;
    }

    boolean mayBeAbsent() {
        return (words[0] & 1) != 0;
    }

    boolean contains(int position) {
        return (words[(position + 1) >>> 6] & (1L << (position + 1))) != 0;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether it holds all there is, absence among it. */
    boolean isAll() {
        return size() == bits;
    }

    /** Counts what it holds, absence among it. */
    int size() {
        if (size < 0) {
            int count = 0;
            int from = -1;
            int to = -1;
            for (int i = 0; i < words.length; i++) {
                if (words[i] != 0) {
                    count += Long.bitCount(words[i]);
                    from = from < 0 ? i : from;
                    to = i;
                }
            }
            first = from;
            last = to;
            size = count;
        }
        return size;
    }

    boolean isSingle() {
        return size() == 1;
    }

    boolean subsetOf(VersionSet other) {
        if (size() > other.size()) {
            return false;
        }
        if (size == 0) {
            return true;
        }
        if (first < other.first || last > other.last) {
            return false;
        }
        for (int i = first; i <= last; i++) {
            if ((words[i] & ~other.words[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean intersects(VersionSet other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    VersionSet and(VersionSet other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= other.words[i];
        }
        return new VersionSet(bits, result);
    }

    VersionSet or(VersionSet other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] |= other.words[i];
        }
        return new VersionSet(bits, result);
    }

    VersionSet minus(VersionSet other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= ~other.words[i];
        }
        return new VersionSet(bits, result);
    }

    VersionSet not() {
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ~words[i];
        }
        if ((bits & 63) != 0) {
            result[result.length - 1] &= (1L << bits) - 1;
        }
        return new VersionSet(bits, result);
    }

    VersionSet with(int position) {
        if (contains(position)) {
            return this;
        }
        long[] result = words.clone();
        result[(position + 1) >>> 6] |= 1L << (position + 1);
        return new VersionSet(bits, result);
    }

    /** Gives the highest position it holds below this one, or -1. */
    int below(int position) {
        int bit = position; // the bit of position - 1
        if (bit <= 0) {
            return -1;
        }
        int index = bit >>> 6;
        long word = words[index] & (-1L >>> (63 - (bit & 63)));
        while (true) {
            if (index == 0) {
                word &= ~1L;
            }
            if (word != 0) {
                return (index << 6) + 63 - Long.numberOfLeadingZeros(word) - 1;
            }
            if (index == 0) {
                return -1;
            }
            word = words[--index];
        }
    }

    /** Gives the lowest position it holds above this one, or -1; -1 asks for the lowest of all. */
    int above(int position) {
        int bit = position + 2;
        if (bit >= bits) {
            return -1;
        }
        int index = bit >>> 6;
        long word = words[index] & (-1L << (bit & 63));
        while (true) {
            if (index == 0) {
                word &= ~1L;
            }
            if (word != 0) {
                return (index << 6) + Long.numberOfTrailingZeros(word) - 1;
            }
            if (++index == words.length) {
                return -1;
            }
            word = words[index];
        }
    }

    /** Gives the highest position it holds, or -1. */
    int highest() {
        return below(bits - 1);
    }

    /** Gives the lowest position it holds, or -1. */
    int lowest() {
        return above(-1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSet set && bits == set.bits && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{").append(mayBeAbsent() ? "absent" : "");
        for (int position = lowest(); position >= 0; position = above(position)) {
            text.append(text.length() > 1 ? "," : "").append(position);
        }
        return text.append('}').toString();
    }
}
