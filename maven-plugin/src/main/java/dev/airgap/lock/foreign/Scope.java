package dev.airgap.lock.foreign;

import dev.airgap.python.Marker;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what a lock was made for.
 *
 * @param pythons the Pythons it serves: one of these must hold; empty where all are served
 * @param environments one of these must hold; empty where all are served
 */
record Scope(List<Specifiers> pythons, List<Marker> environments) {

    /** Throws IllegalArgumentException where a target lies outside. */
    void admit(Target target) {
        if (!pythons.isEmpty() && pythons.stream().noneMatch(target::mayRun)) {
            String made = pythons.stream().map(Specifiers::toString).collect(Collectors.joining(" or "));
            throw new IllegalArgumentException(
                    "it was made for Python " + made + ", and the target has " + target.python());
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
