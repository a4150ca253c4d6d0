package dev.airgap.resolve;

import java.util.List;
import java.util.Set;

/**
 * Holds how a run ended.
 *
 * @param plan what was solved for
 * @param closures what each target has, null for a target that was not solved for; null where there is no answer
 * @param contradiction the proof that there is no answer; null where there is one
 * @param helpful the packages whose pre-releases, which nobody asks for, might make an answer; null where that was not
 *     tried
 */
record Outcome(Plan plan, List<Closure> closures, Incompatibility contradiction, Set<Candidates> helpful) {

    Outcome helpedBy(Set<Candidates> others) {
        return new Outcome(plan, closures, contradiction, others);
    }

    /** Tells whether pre-releases of a package are worth a word. */
    boolean isHelpful(Candidates candidates) {
        return helpful == null || helpful.contains(candidates);
    }

    boolean isSolved() {
        return closures != null;
    }
}
