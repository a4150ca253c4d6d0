package dev.airgap.resolve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds what a common version costs: a release that fits all targets may do so because it lacks the extra that is asked
 * for, and with it a dependency that one of the targets has no wheel for.
 */
final class LostExtras {

    private LostExtras() {}

    /**
     * Gives the packages that have an extra on some target by itself which they lack where all are solved together.
     *
     * @param alone gives the outcome of one target by itself; asked only where an extra is missing
     */
    static Set<Candidates> of(List<Closure> together, IntFunction<Outcome> alone) {
        Set<Candidates> lost = new LinkedHashSet<>();
        for (int target = 0; target < together.size(); target++) {
            List<Closure.Entry> missing = together.get(target).entries().values().stream()
                    .filter(entry -> !entry.missingExtras.isEmpty())
                    .toList();
            if (missing.isEmpty()) {
                continue;
            }
            Closure own = alone.apply(target).closures().get(target);
            for (Closure.Entry entry : missing) {
                Closure.Entry other = own.entries().get(entry.subject);
                if (other != null && !other.missingExtras.containsAll(entry.missingExtras)) {
                    lost.add(entry.subject);
                }
            }
        }
        return lost;
    }
}
