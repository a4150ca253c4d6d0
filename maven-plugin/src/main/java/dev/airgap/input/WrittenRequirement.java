package dev.airgap.input;

import dev.airgap.python.Requirement;
import dev.airgap.resolve.Root;
import java.util.List;

/**
 * Holds a requirement, constraint or override that a user wrote.
 *
 * @param requirement what is asked for
 * @param hashes the hashes its file may have, {@code sha256:…}, {@code sha384:…} or {@code sha512:…}; empty where any
 * @param where the place, for people: {@code requirements.txt:3}
 */
public record WrittenRequirement(Requirement requirement, List<String> hashes, String where) {

    /** Gives it as the solver takes it. */
    public Root root() {
        return new Root(requirement, where);
    }
}
