package dev.airgap.resolve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs PubGrub once, over the targets of a plan. */
final class Solver {

    /** How often an answer with an unasked pre-release is thrown away before the search is given up. */
    private static final int DOUBTS = 5_000;
    /** How much metadata is read at most in the search for somebody who asks. */
    private static final int DOUBTFUL_READS = 100;

    private final Universe universe;
    private final Plan plan;
    private final Agenda agenda = new Agenda();
    private final Trail trail = new Trail(agenda);
    private final Propagation propagation = new Propagation(trail);
    private final Analysis analysis = new Analysis(trail, propagation, agenda);
    private final Variables variables;
    private final Expansion expansion;
    private final Choice choice;
    private final Map<Candidates, Integer> helpful;

    private Solver(Universe universe, Plan plan, Scout scout, Map<Candidates, Integer> helpful) {
        this.helpful = helpful;
        this.universe = universe;
        this.plan = plan;
        this.variables = new Variables(universe, plan, propagation);
        this.expansion = new Expansion(universe, plan, trail, propagation, variables, scout);
        this.choice = new Choice(universe, trail, propagation, variables, expansion, scout);
    }

    /**
     * Solves for the targets of a plan. Where the proof of no answer rests on pre-releases that nobody was seen to ask
     * for, they are tried after all: somebody who was never looked at may ask for them, and the answer is checked.
     */
    static Outcome solve(Universe universe, Plan plan, Scout scout) {
        Outcome first = null;
        Map<Candidates, Integer> helpful = new HashMap<>();
        while (true) {
            Outcome outcome = null;
            while (outcome == null) {
                outcome = new Solver(universe, plan, scout, helpful).run();
            }
            if (outcome.isSolved()) {
                return outcome;
            }
            boolean more = false;
            for (Incompatibility leaf : Proof.leaves(outcome.contradiction())) {
                if (leaf.cause instanceof Cause.Prerelease prerelease
                        && universe.areDependenciesHeard(prerelease.subject())) {
                    more |= plan.admitted.add(prerelease.subject());
                }
            }
            if (!more) {
                return first == null ? outcome : first.helpedBy(helpful);
            }
            first = first == null ? outcome : first;
        }
    }

    /** Gives null where the run has to be started again. */
    private Outcome run() {
        discoverRoots();
        Incompatibility conflict = expansion.roots();
        int doubts = 0;
        int read = 0;
        while (true) {
            conflict = conflict == null ? propagation.propagate() : conflict;
            while (conflict != null) {
                conflict = analysis.learn(conflict);
                if (analysis.contradiction() != null) {
                    return new Outcome(plan, null, analysis.contradiction(), null);
                }
                conflict = conflict == null ? propagation.propagate() : conflict;
            }
            VersionVariable dirty = agenda.nextDirty();
            if (dirty != null) {
                conflict = expansion.expand(dirty);
                if (expansion.admission().isOvertaken()) {
                    return null;
                }
                continue;
            }
            VersionVariable next = agenda.next(trail);
            if (next != null) {
                int position = choice.pick(next);
                conflict = choice.conflict();
                if (position >= 0) {
                    trail.decide(next, position);
                } else {
                    agenda.putBack(next);
                }
                continue;
            }
            List<Closure> closures = closures();
            Candidates unasked = unasked(closures);
            if (unasked == null) {
                return new Outcome(plan, closures, null, null);
            }
            if (helpful.isEmpty()) {
                closures.forEach(closure -> note(closure));
            }
            if (doubts++ == 0) {
                read = universe.metadataRead();
            }
            if (doubts > DOUBTS || universe.metadataRead() > read + DOUBTFUL_READS) {
                return new Outcome(plan, null, doubt(unasked), null);
            }
            conflict = propagation.add(doubt(unasked));
        }
    }

    /** Ranks what users ask for as they wrote it; by propagation alone, what has extras would come after the rest. */
    private void discoverRoots() {
        for (Root root : universe.problem.roots()) {
            long targets = universe.holds(root.requirement(), "", plan.targets);
            for (VersionVariable version :
                    variables.versions(universe.candidates(root.requirement().name()))) {
                if ((version.targets & targets) != 0) {
                    agenda.discover(version);
                }
            }
        }
    }

    private List<Closure> closures() {
        Closure[] closures = new Closure[universe.targets.length];
        for (long rest = plan.targets; rest != 0; rest &= rest - 1) {
            int target = Long.numberOfTrailingZeros(rest);
            closures[target] = Closure.of(universe, target, candidates -> {
                VersionVariable version = variables.version(candidates, target);
                return trail.decision(version);
            });
        }
        return Arrays.asList(closures);
    }

    /** Notes the pre-releases that are all that is wrong with the first choice: asked for, they make it an answer. */
    private void note(Closure closure) {
        if (closure != null) {
            closure.unaskedPrereleases().forEach((subject, position) -> helpful.merge(subject, position, Math::max));
        }
    }

    private static Candidates unasked(List<Closure> closures) {
        for (Closure closure : closures) {
            if (closure != null && !closure.unaskedPrereleases().isEmpty()) {
                return closure.unaskedPrereleases().keySet().iterator().next();
            }
        }
        return null;
    }

    /** Says that the whole choice made is no answer, for it holds a pre-release that nothing in it asks for. */
    private Incompatibility doubt(Candidates unasked) {
        Incompatibility.Builder builder = new Incompatibility.Builder();
        for (VersionVariable[] versions : variables.versions()) {
            for (VersionVariable version : versions) {
                if (version.decided >= 0) {
                    builder.term(version, trail.state(version));
                }
            }
        }
        for (NeedVariable need : variables.needs()) {
            if (trail.isPresent(need)) {
                builder.term(need, need.present);
            }
        }
        return builder.because(new Cause.Unasked(unasked));
    }
}
