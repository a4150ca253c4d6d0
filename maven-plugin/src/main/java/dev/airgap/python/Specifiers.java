package dev.airgap.python;

import java.util.Optional;

/** Holds a set of version specifiers (PEP 440); all must hold. Keeps what the user wrote for messages. */
public final class Specifiers {

    /** Holds for every version. */
    public static final Specifiers ANY = new Specifiers();

    private Specifiers() {}

    /** Parses a comma separated list; throws IllegalArgumentException that names the faulty part. */
    public static Specifiers parse(String raw) {
        throw new UnsupportedOperationException();
    }

    /** Tells whether the version satisfies every specifier; pre-releases are judged like any other version. */
    public boolean contains(Version version) {
        throw new UnsupportedOperationException();
    }

    /** Tells whether a specifier names a pre-release, which lets pre-releases in (PEP 440). */
    public boolean mentionsPreRelease() {
        throw new UnsupportedOperationException();
    }

    /** Gives the version where one {@code ==} (no wildcard) or {@code ===} pins it. */
    public Optional<Version> pinned() {
        throw new UnsupportedOperationException();
    }

    public boolean isAny() {
        throw new UnsupportedOperationException();
    }

    /** Joins two sets; both must hold. */
    public Specifiers and(Specifiers other) {
        throw new UnsupportedOperationException();
    }

    /** Gives the specifiers as {@code >=1,<2}, in the order written. */
    @Override
    public String toString() {
        throw new UnsupportedOperationException();
    }
}
