package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Solves by PubGrub, for all targets in one run. Its answers depend on the problem and on what the catalog says, never
 * on the order in which the catalog's answers arrive.
 */
public final class PubGrubResolver implements Resolver {

    /** Makes a resolver; it holds nothing and may be shared. */
    public PubGrubResolver() {}

    @Override
    public Resolution resolve(Problem problem, Catalog catalog) {
        if (problem.edits().isEmpty()) {
            return solve(problem, catalog);
        }
        Resolution resolution = solve(problem.edited(), new EditedCatalog(catalog, problem.edits()));
        List<String> notes = new ArrayList<>(resolution.notes());
        notes.addAll(EditNotes.of(problem, catalog, resolution.pins()));
        return new Resolution(resolution.pins(), List.copyOf(notes), resolution.parted());
    }

    private static Resolution solve(Problem problem, Catalog catalog) {
        Universe universe = new Universe(problem, catalog);
        try (Scout scout = new Scout(problem, catalog)) {
            scout.start();
            List<Unsolved> hopeless = new Hopeless(universe).faults();
            if (!hopeless.isEmpty()) {
                throw new UnsolvedException(hopeless);
            }
            Parting parting = new Parting(universe, scout);
            List<Outcome> outcomes = parting.solve();
            if (outcomes.get(0).isSolved()) {
                return new Harvest(universe, outcomes.get(0)).resolution(parting.reasons(), parting.causes());
            }
            throw new UnsolvedException(explain(universe, scout, outcomes));
        }
    }

    private static List<Unsolved> explain(Universe universe, Scout scout, List<Outcome> outcomes) {
        Map<Fault, Long> targets = new LinkedHashMap<>();
        Map<Fault, Explanation> explanations = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            Explanation explanation = new Explanation(universe, outcome);
            Fault fault = explanation.fault();
            targets.merge(fault, outcome.plan().targets, (one, other) -> one | other);
            explanations.putIfAbsent(fault, explanation);
        }
        long failed = targets.values().stream().reduce(0L, (one, other) -> one | other);
        Trials trials = new Trials(universe, scout);
        List<Unsolved> faults = new ArrayList<>();
        targets.forEach((fault, where) -> {
            Explanation explanation = explanations.get(fault);
            String names = universe.names(where);
            trials.run(explanation.asked(), explanation.constrained(), where);
            Fault told = new Fault(
                    fault.what() + " for " + names,
                    fault.where(),
                    fault.detail().replace(Unusability.TARGET, names) + universe.others(failed),
                    explanation.advice().sentence(trials.takes(), trials.none()));
            faults.add(explanation.unsolved(told));
        });
        return faults;
    }
}
