package dev.airgap.python;

/**
 * Names a package in normalised form (PEP 503, normalized names).
 *
 * @param value lower case, runs of {@code -_.} folded to one {@code -}; never null
 */
public record PackageName(String value) implements Comparable<PackageName> {

    /** Parses and normalises a name as a user or an index wrote it; throws IllegalArgumentException where it is none. */
    public static PackageName of(String raw) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(PackageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
