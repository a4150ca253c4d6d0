package dev.airgap.python;

/** Holds a version (PEP 440); equality and order are those of PEP 440, so 1.0 equals 1.0.0. */
public final class Version implements Comparable<Version> {

    /** Parses a version in any spelling PEP 440 allows; throws IllegalArgumentException where it is none. */
    public static Version parse(String raw) {
        throw new UnsupportedOperationException();
    }

    /** Tells whether it is a pre-release or a development release. */
    public boolean isPreRelease() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Version other) {
        throw new UnsupportedOperationException();
    }

    /** Gives the canonical spelling: what packaging's {@code str(Version(...))} gives. */
    @Override
    public String toString() {
        throw new UnsupportedOperationException();
    }
}
