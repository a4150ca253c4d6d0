package dev.airgap.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Holds a set of version specifiers (PEP 440); all must hold. Keeps what the user wrote for messages. */
public final class Specifiers {

    /** Holds for every version. */
    public static final Specifiers ANY = new Specifiers(new Specifier[0]);

    private final Specifier[] all;

    private Specifiers(Specifier[] all) {
        this.all = all;
    }

    /** Parses a comma separated list; throws IllegalArgumentException that names the faulty part. */
    public static Specifiers parse(String raw) {
        if (raw.indexOf(',') < 0) {
            String one = Words.strip(raw);
            return one.isEmpty() ? ANY : new Specifiers(new Specifier[] {part(one)});
        }
        List<Specifier> found = new ArrayList<>(4);
        int from = 0;
        while (from <= raw.length()) {
            int comma = raw.indexOf(',', from);
            int to = comma < 0 ? raw.length() : comma;
            String one = Words.strip(raw.substring(from, to));
            // packaging takes an empty part for none: ">=1," is what some tools write.
            if (!one.isEmpty()) {
                found.add(part(one));
            }
            from = to + 1;
        }
        return found.isEmpty() ? ANY : new Specifiers(found.toArray(new Specifier[0]));
    }

    private static Specifier part(String raw) {
        Specifier specifier = Specifier.parseOrNull(raw);
        if (specifier == null) {
            throw new IllegalArgumentException(
                    "'" + Words.shown(raw) + "' is no version specifier (like '>=1.2', '==1.2.*' or '~=1.2')");
        }
        return specifier;
    }

    /** Tells whether the version satisfies every specifier; pre-releases are judged like any other version. */
    public boolean contains(Version version) {
        for (Specifier specifier : all) {
            if (!specifier.contains(version)) {
                return false;
            }
        }
        return true;
    }

    /** Judges a release as an index wrote it; where it is no version, only {@code ===} or no specifier can match it. */
    public boolean contains(String raw) {
        for (Specifier specifier : all) {
            if (!specifier.contains(raw)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Finds the matching ones of versions that ascend by PEP 440, by binary search: about {@code 2·log2(size)} versions
     * a specifier are looked at.
     *
     * @param size how many versions there are
     * @param ascending gives the version at a place from 0 to size - 1
     */
    public BitSet matching(int size, IntFunction<Version> ascending) {
        int from = 0;
        int to = size;
        for (Specifier specifier : all) {
            if (!specifier.isNegated() && !specifier.isIdentity()) {
                from = first(specifier, 0, from, to, ascending);
                to = first(specifier, 1, from, to, ascending);
            }
        }
        BitSet found = new BitSet(size);
        found.set(from, to);
        for (Specifier specifier : all) {
            if (specifier.isNegated()) {
                int low = first(specifier, 0, from, to, ascending);
                found.clear(low, first(specifier, 1, low, to, ascending));
            } else if (specifier.isIdentity()) {
                keepIdentical(specifier, found, from, to, ascending);
            }
        }
        return found;
    }

    /** Finds the first place that is on the side or above it. */
    private static int first(Specifier specifier, int side, int from, int to, IntFunction<Version> ascending) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (specifier.side(ascending.apply(middle)) >= side) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Keeps what {@code ===} names: its text is compared, but only versions equal to it can have that text. */
    private static void keepIdentical(
            Specifier specifier, BitSet found, int from, int to, IntFunction<Version> ascending) {
        Version named = specifier.named();
        if (named == null) {
            found.clear();
            return;
        }
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.apply(middle).compareTo(named) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        found.clear(from, low);
        while (low < to && ascending.apply(low).compareTo(named) == 0) {
            if (!specifier.contains(ascending.apply(low))) {
                found.clear(low);
            }
            low++;
        }
        found.clear(low, to);
    }

    /** Tells whether a specifier names a pre-release, which lets pre-releases in (PEP 440). */
    public boolean mentionsPreRelease() {
        for (Specifier specifier : all) {
            if (specifier.mentionsPreRelease()) {
                return true;
            }
        }
        return false;
    }

    /** Gives the version where one {@code ==} (no wildcard) or {@code ===} pins it. */
    public Optional<Version> pinned() {
        for (Specifier specifier : all) {
            if (specifier.isPin() && specifier.named() != null) {
                return Optional.of(specifier.named());
            }
        }
        return Optional.empty();
    }

    public boolean isAny() {
        return all.length == 0;
    }

    /** Lists the versions that are named, wildcards without their star; in the order written. */
    public List<Version> named() {
        List<Version> named = new ArrayList<>();
        for (Specifier specifier : all) {
            if (specifier.named() != null) {
                named.add(specifier.named());
            }
        }
        return named;
    }

    /** Tells whether a reader sees at once that no version at all matches both: one ends where the other begins. */
    public boolean excludes(Specifiers other) {
        for (Specifier one : all) {
            for (Specifier another : other.all) {
                if (one.liesBelow(another) || another.liesBelow(one)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Gives the specifiers as people count, from the lower bound up, and what is left out at the end. */
    public String ascending() {
        return Arrays.stream(all)
                .sorted(Comparator.comparingInt(Specifier::rank))
                .map(Specifier::toString)
                .collect(Collectors.joining(","));
    }

    /** Joins two sets; both must hold. */
    public Specifiers and(Specifiers other) {
        if (all.length == 0) {
            return other;
        }
        if (other.all.length == 0) {
            return this;
        }
        Specifier[] both = Arrays.copyOf(all, all.length + other.all.length);
        System.arraycopy(other.all, 0, both, all.length, other.all.length);
        return new Specifiers(both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Specifiers specifiers && toString().equals(specifiers.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Gives the specifiers as {@code >=1,<2}, in the order written. */
    @Override
    public String toString() {
        if (all.length == 1) {
            return all[0].toString();
        }
        StringBuilder text = new StringBuilder();
        for (Specifier specifier : all) {
            text.append(text.length() == 0 ? "" : ",").append(specifier);
        }
        return text.toString();
    }
}
