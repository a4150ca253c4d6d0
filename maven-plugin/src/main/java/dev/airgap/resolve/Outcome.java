package dev.airgap.resolve;

import java.util.List;
import java.util.Map;

/**
 * Holds how a run ended.
 *
 * @param plan what was solved for
 * @param closures what each target has, null for a target that was not solved for; null where there is no answer
 * @param contradiction the proof that there is no answer; null where there is one
 * @param helpful the pre-releases, by their position, that make an answer though nobody asks for them; null where that
 *     was not tried
 */
record Outcome(Plan plan, List<Closure> closures, Incompatibility contradiction, Map<Candidates, Integer> helpful) {

    Outcome helpedBy(Map<Candidates, Integer> others) {
        return new Outcome(plan, closures, contradiction, others);
    }

    /** Tells whether pre-releases of a package are worth a word. */
    boolean isHelpful(Candidates candidates) {
        return helpful == null || helpful.containsKey(candidates);
    }

    /** Gives the position of the pre-release that makes an answer, or -1 where none is known. */
    int helpful(Candidates candidates) {
        return helpful == null ? -1 : helpful.getOrDefault(candidates, -1);
    }

    boolean isSolved() {
        return closures != null;
    }
}
