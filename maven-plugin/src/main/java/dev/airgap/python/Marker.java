package dev.airgap.python;

import java.util.Set;

/** Holds an environment marker (PEP 508). */
public interface Marker {

    /** Holds everywhere. */
    Marker ALWAYS = (environment, extras) -> true;

    /**
     * Tells whether the marker may hold on the target: where the target knows no patch release, whether it holds
     * for some patch release of X.Y.
     *
     * @param extras the extras asked for of the package that has the dependency; empty where none are
     */
    boolean holds(MarkerEnvironment environment, Set<String> extras);

    /** Parses a marker; throws IllegalArgumentException that names the faulty place. */
    static Marker parse(String raw) {
        throw new UnsupportedOperationException();
    }
}
