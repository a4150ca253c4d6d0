package dev.airgap.python;

import java.math.BigInteger;

/**
 * Holds a version (PEP 440); equality and order are those of PEP 440, so 1.0 equals 1.0.0.
 * Nearly all versions are packed into one long whose order is theirs; what does not fit is compared part by part.
 */
public final class Version implements Comparable<Version> {

    // 15 + 12 + 12 + 8 bits of release, 3 bits of suffix, 13 bits of the suffix's number. Whether a version fits
    // depends on its value alone, never on its spelling: two equal versions are both packed or both not.
    private static final int[] SHIFTS = {48, 36, 24, 16};
    private static final int[] LIMITS = {0x7fff, 0xfff, 0xfff, 0xff};
    private static final int SUFFIX_SHIFT = 13;
    private static final long SUFFIX_MASK = 0xffff;
    private static final long NUMBER_LIMIT = 0x1fff;
    private static final long UNPACKED = -1;
    private static final long DEV = 0;
    private static final long FINAL = 4;
    private static final long POST = 5;

    private final long packed;
    private final VersionParts parts;
    private final int segments;
    private String text;

    private Version(long packed, VersionParts parts, int segments, String text) {
        this.packed = packed;
        this.parts = parts;
        this.segments = segments;
        this.text = text;
    }

    /** Parses a version in any spelling PEP 440 allows; throws IllegalArgumentException where it is none. */
    public static Version parse(String raw) {
        Version version = parseOrNull(raw);
        if (version == null) {
            throw new IllegalArgumentException("'" + Words.shown(raw) + "' is no version as PEP 440 has it");
        }
        return version;
    }

    /** Parses a version; null where it is none. */
    public static Version parseOrNull(String raw) {
        Version plain = plain(raw);
        return plain != null ? plain : VersionScanner.scan(raw);
    }

    /** Reads the common spelling: up to four small numbers with dots between, and nothing else. */
    private static Version plain(String raw) {
        int length = raw.length();
        long packed = 0;
        int segment = 0;
        int number = -1;
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9') {
                if (number == 0) {
                    return null;
                }
                number = number < 0 ? c - '0' : number * 10 + c - '0';
                if (number > LIMITS[segment]) {
                    return null;
                }
            } else if (c == '.' && number >= 0 && segment < 3) {
                packed |= (long) number << SHIFTS[segment++];
                number = -1;
            } else {
                return null;
            }
        }
        if (number < 0) {
            return null;
        }
        packed |= (long) number << SHIFTS[segment] | FINAL << SUFFIX_SHIFT;
        return new Version(packed, null, segment + 1, raw);
    }

    /** Makes a version of its parts. */
    static Version of(VersionParts parts) {
        int segments = parts.release().length;
        long packed = pack(parts);
        return new Version(packed, packed == UNPACKED ? parts : null, segments, parts.toString());
    }

    private static long pack(VersionParts parts) {
        int length = parts.trimmed();
        if (length > 4 || parts.epoch().signum() != 0 || parts.local() != null) {
            return UNPACKED;
        }
        long packed = 0;
        for (int i = 0; i < length; i++) {
            BigInteger number = parts.release()[i];
            if (number.bitLength() > 31 || number.intValue() > LIMITS[i]) {
                return UNPACKED;
            }
            packed |= number.longValue() << SHIFTS[i];
        }
        long suffix = FINAL;
        BigInteger number = BigInteger.ZERO;
        int suffixes = 0;
        if (parts.pre() != null) {
            suffix = 1L + parts.preRank();
            number = parts.pre();
            suffixes++;
        }
        if (parts.post() != null) {
            suffix = POST;
            number = parts.post();
            suffixes++;
        }
        if (parts.dev() != null) {
            suffix = DEV;
            number = parts.dev();
            suffixes++;
        }
        if (suffixes > 1 || number.bitLength() > 31 || number.longValue() > NUMBER_LIMIT) {
            return UNPACKED;
        }
        return packed | suffix << SUFFIX_SHIFT | number.longValue();
    }

    /** Gives the parts, unpacking them where needed. */
    VersionParts parts() {
        if (parts != null) {
            return parts;
        }
        BigInteger[] release = new BigInteger[segments];
        for (int i = 0; i < segments; i++) {
            release[i] = BigInteger.valueOf(segment(i));
        }
        long suffix = packed >> SUFFIX_SHIFT & 7;
        BigInteger number = BigInteger.valueOf(packed & NUMBER_LIMIT);
        boolean pre = suffix > DEV && suffix < FINAL;
        return new VersionParts(
                BigInteger.ZERO,
                release,
                pre ? (int) suffix - 1 : VersionParts.NO_PRE,
                pre ? number : null,
                suffix == POST ? number : null,
                suffix == DEV ? number : null,
                null);
    }

    /** Gives a number of the release, 0 where it has none there, -1 where the number is beyond a long. */
    public long segment(int index) {
        if (packed != UNPACKED) {
            return index < 4 ? packed >> SHIFTS[index] & LIMITS[index] : 0;
        }
        if (index >= parts.release().length) {
            return 0;
        }
        BigInteger number = parts.release()[index];
        return number.bitLength() > 63 ? -1 : number.longValue();
    }

    /** Counts the numbers of the release as written: 3 for 1.0.0. */
    public int segments() {
        return segments;
    }

    /** Tells whether it is a pre-release or a development release. */
    public boolean isPreRelease() {
        return packed != UNPACKED ? (packed >> SUFFIX_SHIFT & 7) < FINAL : parts.pre() != null || parts.dev() != null;
    }

    boolean isPost() {
        return packed != UNPACKED ? (packed >> SUFFIX_SHIFT & 7) == POST : parts.post() != null;
    }

    boolean isDev() {
        return packed != UNPACKED ? (packed >> SUFFIX_SHIFT & 7) == DEV : parts.dev() != null;
    }

    /** Tells whether it has a local label: {@code 2.3.0+cpu}. */
    public boolean isLocal() {
        return packed == UNPACKED && parts.local() != null;
    }

    /** Gives the first development release of a final or post release: what sorts lowest of its family. */
    Version firstDev() {
        if (packed != UNPACKED && (packed >> SUFFIX_SHIFT & 7) == FINAL) {
            return new Version(packed & ~SUFFIX_MASK, null, segments, null);
        }
        return of(parts().withDev(BigInteger.ZERO));
    }

    /** Gives {@code X.Y.dev0} of the version, its release filled up with zeros. */
    Version prefix2() {
        return segments >= 2 ? prefix(2, 0) : of(parts().filled().prefix(2, 0));
    }

    /** Gives {@code X.Y.dev0} of the first numbers of the release, the last of them raised by a step of 0 or 1. */
    Version prefix(int kept, int step) {
        if (packed != UNPACKED && kept <= 4 && segment(kept - 1) + step <= LIMITS[kept - 1]) {
            int shift = SHIFTS[kept - 1];
            long base = packed >> shift << shift;
            return new Version(base + ((long) step << shift), null, kept, null);
        }
        return of(parts().prefix(kept, step));
    }

    /** Compares by PEP 440, this version's local label left aside. */
    int comparePublic(Version other) {
        if (packed != UNPACKED && other.packed != UNPACKED) {
            return Long.compare(packed, other.packed);
        }
        return parts().compare(other.parts(), false);
    }

    /** Tells whether epoch, release and pre-release are the same: such versions differ by post, dev and local alone. */
    boolean isFamilyOf(Version other) {
        return parts().isFamilyOf(other.parts());
    }

    @Override
    public int compareTo(Version other) {
        if (packed != UNPACKED && other.packed != UNPACKED) {
            return Long.compare(packed, other.packed);
        }
        return parts().compare(other.parts(), true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version
                && packed == version.packed
                && (packed != UNPACKED || parts.compare(version.parts, true) == 0);
    }

    @Override
    public int hashCode() {
        return packed != UNPACKED ? Long.hashCode(packed) : parts.hash();
    }

    /** Gives the canonical spelling: what packaging's {@code str(Version(...))} gives. */
    @Override
    public String toString() {
        if (text == null) {
            text = parts().toString();
        }
        return text;
    }
}
