package dev.airgap.resolve;

/**
 * Holds how a run ended.
 *
 * @param plan what was solved for
 * @param closures what each target has, null for a target that was not solved for; null where there is no answer
 * @param contradiction the proof that there is no answer; null where there is one
 */
record Outcome(Plan plan, Closure[] closures, Incompatibility contradiction) {

    boolean isSolved() {
        return closures != null;
    }
}
