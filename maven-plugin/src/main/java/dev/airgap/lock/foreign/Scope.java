package dev.airgap.lock.foreign;

import dev.airgap.python.Marker;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import java.util.List;
import java.util.Set;

/**
 * Holds what a lock was made for.
 *
 * @param python the Pythons it serves
 * @param environments one of these must hold; empty where all are served
 */
record Scope(Specifiers python, List<Marker> environments) {

    /** Throws IllegalArgumentException where a target lies outside. */
    void admit(Target target) {
        Version python = Version.parse(target.environment().pythonFullVersion());
        if (!this.python.contains(python)) {
            throw new IllegalArgumentException(
                    "it was made for Python " + this.python + ", and the target has " + target.python());
        }
        boolean served = environments.isEmpty();
        for (Marker environment : environments) {
            served |= environment.holds(target.environment(), Set.of());
        }
        if (!served) {
            throw new IllegalArgumentException("it was made for the environments " + environments + " alone");
        }
    }
}
