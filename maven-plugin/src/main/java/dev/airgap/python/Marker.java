package dev.airgap.python;

import java.util.Set;

/** Holds an environment marker (PEP 508). */
public interface Marker {

    /** Holds everywhere. */
    Marker ALWAYS = new Marker() {
        @Override
        public boolean holds(MarkerEnvironment environment, Set<String> extras, Set<String> groups) {
            return true;
        }

        @Override
        public Marker extraPart() {
            return this;
        }

        @Override
        public Marker and(Marker other) {
            return other;
        }

        @Override
        public String toString() {
            return "";
        }
    };

    /**
     * Tells whether the marker may hold on the target: where the target knows no patch release, whether it holds
     * for some patch release of X.Y. With several extras it holds where it does for one of them, as in pip.
     *
     * @param extras the extras asked for of the package that has the dependency, normalised; empty where none are
     * @throws IllegalArgumentException where the marker compares what has no comparison ({@code os_name ~= "posix"})
     */
    default boolean holds(MarkerEnvironment environment, Set<String> extras) {
        return holds(environment, extras, Set.of());
    }

    /**
     * Tells the same where dependency groups may be asked for, too, as in a lock (PEP 751).
     *
     * @param groups the dependency groups asked for, normalised
     */
    boolean holds(MarkerEnvironment environment, Set<String> extras, Set<String> groups);

    /**
     * Gives what it says of extras alone, the rest taken for true: of {@code extra == "a" and os_name == "nt"} the first
     * part. ALWAYS where it says nothing of them.
     */
    Marker extraPart();

    /** Gives a marker that holds where both do. */
    Marker and(Marker other);

    /** Parses a marker; throws IllegalArgumentException that names the faulty place. */
    static Marker parse(String raw) {
        return new MarkerParser(raw, 0).parse();
    }
}
