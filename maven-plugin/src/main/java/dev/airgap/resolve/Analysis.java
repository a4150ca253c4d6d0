package dev.airgap.resolve;

/**
 * Finds out what a conflict comes from: it is resolved with the causes of its assignments until what is left tells, one
 * level or more further back, which choice must not be made again.
 */
final class Analysis {

    private final Trail trail;
    private final Propagation propagation;
    private final Agenda agenda;

    /** What no assignment at all can avoid, once it is known. */
    private Incompatibility contradiction;

    Analysis(Trail trail, Propagation propagation, Agenda agenda) {
        this.trail = trail;
        this.propagation = propagation;
        this.agenda = agenda;
    }

    /** Gives the incompatibility without terms that proves that there is no answer, or null. */
    Incompatibility contradiction() {
        return contradiction;
    }

    /**
     * Learns from an incompatibility whose terms are all true, and goes back.
     *
     * @return the next conflict, or null; null as well where {@link #contradiction()} was found
     */
    Incompatibility learn(Incompatibility conflict) {
        Incompatibility current = conflict;
        while (current.size() > 0) {
            int latest = -1;
            int term = -1;
            int level = 0;
            for (int i = 0; i < current.size(); i++) {
                int at = trail.satisfier(current.variables[i], current.sets[i]);
                if (at > latest) {
                    level = latest < 0 ? 0 : Math.max(level, trail.level(latest));
                    latest = at;
                    term = i;
                } else {
                    level = Math.max(level, trail.level(at));
                }
            }
            VersionSet set = current.sets[term];
            VersionSet own = trail.own(latest);
            if (!own.subsetOf(set)) {
                // Earlier assignments of the variable had their part in it.
                VersionSet rest = set.or(own.not());
                level = Math.max(level, trail.level(trail.satisfier(trail.previous(latest), rest)));
            }
            Incompatibility cause = trail.cause(latest);
            if (cause == null || level < trail.level(latest)) {
                return retreat(current, current.variables[term], level);
            }
            Variable variable = current.variables[term];
            current = new Incompatibility.Builder()
                    .termsOf(current, variable)
                    .termsOf(cause, variable)
                    .term(variable, set.or(cause.sets[cause.indexOf(variable)]))
                    .because(new Cause.Conflict(current, cause));
        }
        contradiction = current;
        return null;
    }

    private Incompatibility retreat(Incompatibility learned, Variable rejected, int level) {
        agenda.rejected(rejected.version());
        Incompatibility first = propagation.backtrack(level);
        Incompatibility second = propagation.add(learned);
        return first == null ? second : first;
    }
}
