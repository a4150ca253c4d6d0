package dev.airgap.python;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;

/**
 * Holds the parts of a version that does not fit into a long; its numbers have no bound (PEP 440).
 *
 * @param release the numbers as written, trailing zeros kept
 * @param preRank 0 alpha, 1 beta, 2 release candidate, {@link #NO_PRE} none
 * @param pre null where it is no pre-release
 * @param post null where it is no post-release
 * @param dev null where it is no development release
 * @param local each a String or a BigInteger; null where there is no local label
 */
record VersionParts(
        BigInteger epoch,
        BigInteger[] release,
        int preRank,
        BigInteger pre,
        BigInteger post,
        BigInteger dev,
        Comparable<?>[] local) {

    static final int NO_PRE = 3;

    private static final String[] LETTERS = {"a", "b", "rc"};

    /** Counts the numbers of the release without trailing zeros. */
    int trimmed() {
        int length = release.length;
        while (length > 0 && release[length - 1].signum() == 0) {
            length--;
        }
        return length;
    }

    VersionParts withDev(BigInteger number) {
        return new VersionParts(epoch, release, preRank, pre, post, number, null);
    }

    /** Gives the lowest version above this post-release and its local labels. */
    VersionParts nextPost() {
        return new VersionParts(epoch, release, preRank, pre, post.add(BigInteger.ONE), BigInteger.ZERO, null);
    }

    /** Gives the same version with at least two numbers in its release. */
    VersionParts filled() {
        if (release.length > 1) {
            return this;
        }
        return new VersionParts(epoch, new BigInteger[] {release[0], BigInteger.ZERO}, preRank, pre, post, dev, local);
    }

    VersionParts prefix(int kept, int step) {
        BigInteger[] shorter = Arrays.copyOf(release, kept);
        shorter[kept - 1] = shorter[kept - 1].add(BigInteger.valueOf(step));
        return new VersionParts(epoch, shorter, NO_PRE, null, null, BigInteger.ZERO, null);
    }

    boolean isFamilyOf(VersionParts other) {
        return epoch.equals(other.epoch)
                && compareRelease(other) == 0
                && preRank == other.preRank
                && compareNumbers(pre, other.pre) == 0;
    }

    /** Compares by PEP 440; where labels do not count, this version's local label is left aside. */
    int compare(VersionParts other, boolean labels) {
        int order = epoch.compareTo(other.epoch);
        if (order == 0) {
            order = compareRelease(other);
        }
        if (order == 0) {
            order = Integer.compare(sortRank(), other.sortRank());
        }
        if (order == 0) {
            order = compareNumbers(pre, other.pre);
        }
        if (order == 0) {
            order = compareNumbers(post, other.post);
        }
        if (order == 0 && (dev == null) != (other.dev == null)) {
            order = dev == null ? 1 : -1;
        }
        if (order == 0) {
            order = compareNumbers(dev, other.dev);
        }
        return order == 0 ? compareLocal(labels ? local : null, other.local) : order;
    }

    /** Ranks the pre-release; a development release of a final one sorts below its alphas (PEP 440, ordering). */
    private int sortRank() {
        return pre == null && post == null && dev != null ? -1 : preRank;
    }

    private int compareRelease(VersionParts other) {
        int mine = trimmed();
        int theirs = other.trimmed();
        for (int i = 0; i < mine && i < theirs; i++) {
            int order = release[i].compareTo(other.release[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine, theirs);
    }

    private static int compareNumbers(BigInteger one, BigInteger two) {
        if (one == null || two == null) {
            return Boolean.compare(one != null, two != null);
        }
        return one.compareTo(two);
    }

    /** Compares local labels part by part; a number sorts above a word (PEP 440, local version identifiers). */
    private static int compareLocal(Comparable<?>[] one, Comparable<?>[] two) {
        if (one == null || two == null) {
            return Boolean.compare(one != null, two != null);
        }
        for (int i = 0; i < one.length && i < two.length; i++) {
            int order;
            if (one[i] instanceof BigInteger first && two[i] instanceof BigInteger second) {
                order = first.compareTo(second);
            } else if (one[i] instanceof String first && two[i] instanceof String second) {
                order = first.compareTo(second);
            } else {
                order = one[i] instanceof BigInteger ? 1 : -1;
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.length, two.length);
    }

    /** Gives a hash that agrees with the order: trailing zeros of the release do not count. */
    int hash() {
        int hash = epoch.hashCode();
        for (int i = 0; i < trimmed(); i++) {
            hash = 31 * hash + release[i].hashCode();
        }
        hash = 31 * hash + sortRank();
        hash = 31 * hash + Objects.hashCode(pre);
        hash = 31 * hash + Objects.hashCode(post);
        hash = 31 * hash + Objects.hashCode(dev);
        return 31 * hash + Arrays.hashCode(local);
    }

    /** Writes the canonical spelling. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (epoch.signum() != 0) {
            text.append(epoch).append('!');
        }
        for (int i = 0; i < release.length; i++) {
            text.append(i == 0 ? "" : ".").append(release[i]);
        }
        if (pre != null) {
            text.append(LETTERS[preRank]).append(pre);
        }
        if (post != null) {
            text.append(".post").append(post);
        }
        if (dev != null) {
            text.append(".dev").append(dev);
        }
        if (local != null) {
            for (int i = 0; i < local.length; i++) {
                text.append(i == 0 ? '+' : '.').append(local[i]);
            }
        }
        return text.toString();
    }
}
