package dev.airgap.resolve;

import dev.airgap.python.Specifiers;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Decides whether a package's pre-releases may be tried. They may where a user asks for them, and where some release
 * that was tried asks for them; whether that release is part of the answer is checked at the end. A run that had ruled
 * them out before somebody asked is started again.
 */
final class Admission {

    private final Universe universe;
    private final Plan plan;
    private final Set<Candidates> ruledOut = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean overtaken;

    Admission(Universe universe, Plan plan) {
        this.universe = universe;
        this.plan = plan;
    }

    /** Tells whether pre-releases of a package may be tried. */
    boolean admits(Candidates candidates) {
        return universe.arePrereleasesAsked(candidates) || plan.admitted.contains(candidates);
    }

    /** Notes what a release depends on. */
    void heard(Candidates candidates, Specifiers specifiers) {
        if (universe.areDependenciesHeard(candidates)
                && !admits(candidates)
                && candidates.asksForPrereleases(specifiers)) {
            plan.admitted.add(candidates);
            overtaken |= ruledOut.contains(candidates);
        }
    }

    void ruledOut(Candidates candidates) {
        ruledOut.add(candidates);
    }

    /** Tells whether pre-releases were ruled out that were then asked for, so that the run proves nothing. */
    boolean isOvertaken() {
        return overtaken;
    }
}
