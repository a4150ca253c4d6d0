package dev.airgap.python;

/**
 * Describes where wheels will be installed.
 *
 * @param id matches {@code [a-z0-9_-]+}
 * @param tags what it accepts, best first
 * @param environment its marker values
 */
public record Target(String id, TagLadder tags, MarkerEnvironment environment) {

    /** Tells whether a Requires-Python holds: for X.Y.0 where the patch release is unknown. */
    public boolean accepts(Specifiers requiresPython) {
        throw new UnsupportedOperationException();
    }
}
