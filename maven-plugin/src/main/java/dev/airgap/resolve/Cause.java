package dev.airgap.resolve;

import dev.airgap.python.Requirement;

/** Says why an incompatibility holds. */
sealed interface Cause {

    /** A user asks for it. */
    record Asked(Root root, Candidates subject) implements Cause {}

    /** A user allows no other version where the package is needed. */
    record Constrained(Root root, Candidates subject) implements Cause {}

    /**
     * A release, or an extra of it, depends on another package.
     *
     * @param extra empty where the package itself does
     * @param targets where the dependency's marker holds
     */
    record Dependency(Candidates dependent, String extra, Requirement requirement, Candidates dependency, long targets)
            implements Cause {}

    /** A release depends on an address, which only a user may ask for. */
    record Address(Candidates dependent, Requirement requirement) implements Cause {}

    /** Releases have no wheel that can be used. */
    record Unusable(Candidates subject, long targets) implements Cause {}

    /** Nobody asks for the package's pre-releases. */
    record Prerelease(Candidates subject) implements Cause {}

    /** What is needed has a version; an extra needs its package. */
    record Implied() implements Cause {}

    /** The whole choice held a pre-release that nothing in it asks for. */
    record Unasked(Candidates subject) implements Cause {}

    /** It follows from two others. */
    record Conflict(Incompatibility left, Incompatibility right) implements Cause {}
}
