package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Solves for all targets together, and lets packages part over them where no version fits all. Only what the proof
 * shows to be pulled apart parts; if each target has an answer by itself, so have all of them in the end.
 */
final class Parting {

    private static final int REASONS = 4;

    private final Universe universe;
    private final Scout scout;
    private final Map<PackageName, String> reasons = new HashMap<>();
    private final Map<PackageName, String> causes = new HashMap<>();

    Parting(Universe universe, Scout scout) {
        this.universe = universe;
        this.scout = scout;
    }

    /** Gives a clause that says why a package parted, by its name. */
    Map<PackageName, String> reasons() {
        return reasons;
    }

    /** Gives the same in words that a lock can keep: without lines of files, and without what an index has just now. */
    Map<PackageName, String> causes() {
        return causes;
    }

    /** Gives an outcome for all targets, or the outcomes of those that have no answer by themselves. */
    List<Outcome> solve() {
        Plan plan = new Plan(universe.everywhere);
        Outcome together = Solver.solve(universe, plan, scout);
        if (universe.targets.length == 1) {
            return List.of(together);
        }
        if (together.isSolved()) {
            return List.of(withExtras(together));
        }
        List<Outcome> failures = new ArrayList<>();
        for (int target = 0; target < universe.targets.length; target++) {
            Outcome alone = Solver.solve(universe, new Plan(1L << target), scout);
            if (!alone.isSolved()) {
                failures.add(alone);
            }
        }
        return failures.isEmpty() ? List.of(part(together)) : failures;
    }

    private Outcome withExtras(Outcome together) {
        Set<Candidates> lost =
                LostExtras.of(together.closures(), target -> Solver.solve(universe, new Plan(1L << target), scout));
        if (lost.isEmpty()) {
            return together;
        }
        Plan plan = new Plan(universe.everywhere);
        plan.admitted.addAll(together.plan().admitted);
        lost.forEach(plan::free);
        Outcome outcome = Solver.solve(universe, plan, scout);
        if (!outcome.isSolved()) {
            return together;
        }
        for (Candidates candidates : lost) {
            reasons.put(candidates.name, "The version that fits all of them lacks an extra that is asked for");
            causes.put(candidates.name, "the version that fits all targets lacks an extra that is asked for");
        }
        return outcome;
    }

    private Outcome part(Outcome failed) {
        Outcome outcome = failed;
        Map<Candidates, long[]> parted = new LinkedHashMap<>();
        Set<Candidates> byWheels = new LinkedHashSet<>();
        while (!outcome.isSolved()) {
            List<Incompatibility> leaves = Proof.leaves(outcome.contradiction());
            Candidates next = mostPulled(leaves, outcome.plan());
            if (next == null) {
                partAll(leaves, outcome.plan(), parted);
            } else {
                if (isOfWheelsAlone(next, leaves)) {
                    byWheels.add(next);
                }
                parted.put(next, split(next, leaves, outcome.plan()));
                reasons.put(next.name, String.join(". ", said(next, leaves, this::words)));
                causes.put(next.name, String.join("; ", said(next, leaves, this::briefly)));
            }
            Plan plan = new Plan(universe.everywhere);
            parted.forEach(plan::part);
            plan.admitted.addAll(outcome.plan().admitted);
            outcome = Solver.solve(universe, plan, scout);
        }
        PartedWheels wheels = new PartedWheels(universe, outcome.closures());
        for (Candidates candidates : parted.keySet()) {
            List<String> sentences = wheels.sentences(candidates);
            // What a proof says of wheels is of every release, and so much that the ones at hand would drown in it.
            if (byWheels.contains(candidates) && !sentences.isEmpty()) {
                reasons.put(
                        candidates.name,
                        String.join(". ", sentences.stream().limit(REASONS).toList()));
            }
        }
        return outcome;
    }

    private static boolean isOfWheelsAlone(Candidates subject, List<Incompatibility> leaves) {
        return leaves.stream()
                .filter(leaf -> Arrays.stream(leaf.variables)
                        .anyMatch(variable -> variable.subject == subject
                                && variable instanceof VersionVariable
                                && isRestricted(leaf, variable)))
                .noneMatch(leaf -> leaf.cause instanceof Cause.Dependency
                        || leaf.cause instanceof Cause.Asked
                        || leaf.cause instanceof Cause.Constrained);
    }

    private List<String> said(
            Candidates subject,
            List<Incompatibility> leaves,
            BiFunction<Incompatibility, VersionSet, List<String>> telling) {
        Set<String> parts = new LinkedHashSet<>();
        for (Incompatibility leaf : leaves) {
            for (int i = 0; i < leaf.size(); i++) {
                if (leaf.variables[i] instanceof VersionVariable version
                        && version.subject == subject
                        && isRestricted(leaf, version)) {
                    parts.addAll(telling.apply(leaf, leaf.sets[i].and(subject.present)));
                }
            }
        }
        return parts.stream().limit(REASONS).toList();
    }

    private List<String> briefly(Incompatibility leaf, VersionSet set) {
        if (leaf.cause instanceof Cause.Asked asked) {
            return List.of(Wording.requirement(asked.root().requirement()) + " is asked for on "
                    + universe.names(universe.holds(asked.root().requirement(), "", universe.everywhere)));
        }
        if (leaf.cause instanceof Cause.Constrained constrained) {
            return List.of(Wording.requirement(constrained.root().requirement()) + " is a constraint on "
                    + universe.names(universe.holds(constrained.root().requirement(), "", universe.everywhere)));
        }
        if (leaf.cause instanceof Cause.Unusable unusable) {
            long without = 0;
            for (long rest = unusable.targets(); rest != 0; rest &= rest - 1) {
                for (int position = set.lowest(); position >= 0; position = set.above(position)) {
                    without |= unusable.subject().isUsable(rest & -rest, position) ? 0 : rest & -rest;
                }
            }
            return without == 0
                    ? List.of()
                    : List.of("some releases have no usable wheel for " + universe.names(without));
        }
        return words(leaf, set);
    }

    private List<String> words(Incompatibility leaf, VersionSet set) {
        List<String> words = new ArrayList<>();
        if (leaf.cause instanceof Cause.Dependency dependency) {
            words.add(dependency.dependent().name + " needs " + Wording.requirement(dependency.requirement())
                    + universe.problem.edits().told(dependency.requirement()) + " on "
                    + universe.names(dependency.targets()));
        } else if (leaf.cause instanceof Cause.Asked asked) {
            words.add(asked.root().where() + " asks for "
                    + Wording.requirement(asked.root().requirement()) + " on "
                    + universe.names(universe.holds(asked.root().requirement(), "", universe.everywhere)));
        } else if (leaf.cause instanceof Cause.Constrained constrained) {
            words.add(constrained.root().where() + " constrains it to "
                    + Wording.requirement(constrained.root().requirement()) + " on "
                    + universe.names(universe.holds(constrained.root().requirement(), "", universe.everywhere)));
        } else if (leaf.cause instanceof Cause.Unusable unusable) {
            for (long rest = unusable.targets(); rest != 0; rest &= rest - 1) {
                int target = Long.numberOfTrailingZeros(rest);
                String name = universe.targets[target].id();
                for (String sentence : new Unusability(universe.targets[target], target, unusable.subject())
                        .sentences(set, unusable.subject().present)) {
                    words.add(sentence.replace(Unusability.TARGET, name));
                }
            }
        }
        return words;
    }

    /** Finds a package whose versions the leaves restrict differently on different targets, directly if there is one. */
    private Candidates mostPulled(List<Incompatibility> leaves, Plan plan) {
        Set<Candidates> direct = new LinkedHashSet<>();
        Set<Candidates> indirect = new LinkedHashSet<>();
        for (Incompatibility leaf : leaves) {
            for (Variable variable : leaf.variables) {
                (isRestricted(leaf, variable) ? direct : indirect).add(variable.subject);
            }
        }
        for (Candidates candidates : direct) {
            if (isPulled(candidates, leaves, plan, true)) {
                return candidates;
            }
        }
        direct.addAll(indirect);
        for (Candidates candidates : direct) {
            if (isPulled(candidates, leaves, plan, false)) {
                return candidates;
            }
        }
        return null;
    }

    private static boolean isRestricted(Incompatibility leaf, Variable variable) {
        return !(leaf.cause instanceof Cause.Dependency dependency) || dependency.dependency() == variable.subject;
    }

    private boolean isPulled(Candidates candidates, List<Incompatibility> leaves, Plan plan, boolean direct) {
        for (long group : plan.groups(candidates)) {
            if (parts(candidates, group, leaves, direct).size() > 1) {
                return true;
            }
        }
        return false;
    }

    private long[] split(Candidates candidates, List<Incompatibility> leaves, Plan plan) {
        boolean direct = isPulled(candidates, leaves, plan, true);
        List<Long> groups = new ArrayList<>();
        for (long group : plan.groups(candidates)) {
            groups.addAll(parts(candidates, group, leaves, direct));
        }
        return groups.stream().mapToLong(Long::longValue).toArray();
    }

    /** Splits a group by what the leaves say of a package on each of its targets. */
    private List<Long> parts(Candidates candidates, long group, List<Incompatibility> leaves, boolean direct) {
        Map<String, Long> bySaying = new LinkedHashMap<>();
        for (long rest = group; rest != 0; rest &= rest - 1) {
            long bit = rest & -rest;
            StringBuilder saying = new StringBuilder();
            for (Incompatibility leaf : leaves) {
                for (int i = 0; i < leaf.size(); i++) {
                    Variable variable = leaf.variables[i];
                    if (variable.subject == candidates
                            && variable instanceof VersionVariable
                            && (variable.targets & bit) != 0
                            && (!direct || isRestricted(leaf, variable))) {
                        say(saying, leaf, leaf.sets[i], bit);
                    }
                }
            }
            bySaying.merge(saying.toString(), bit, (one, other) -> one | other);
        }
        return List.copyOf(bySaying.values());
    }

    /** Notes what a leaf says on one target. */
    private void say(StringBuilder saying, Incompatibility leaf, VersionSet set, long bit) {
        boolean holds = true;
        if (leaf.cause instanceof Cause.Dependency dependency) {
            holds = (dependency.targets() & bit) != 0;
        } else if (leaf.cause instanceof Cause.Asked asked) {
            holds = universe.holds(asked.root().requirement(), "", bit) != 0;
        } else if (leaf.cause instanceof Cause.Constrained constrained) {
            holds = universe.holds(constrained.root().requirement(), "", bit) != 0;
        } else if (leaf.cause instanceof Cause.Unusable unusable) {
            Candidates subject = unusable.subject();
            for (int position = set.lowest(); position >= 0; position = set.above(position)) {
                saying.append(subject.isUsable(bit, position) ? '1' : '0');
            }
        }
        saying.append(holds ? '+' : '-');
    }

    /** Parts everything the proof speaks of, to single targets. */
    private void partAll(List<Incompatibility> leaves, Plan plan, Map<Candidates, long[]> parted) {
        boolean changed = false;
        for (Incompatibility leaf : leaves) {
            for (Variable variable : leaf.variables) {
                if (plan.groups(variable.subject).length < universe.targets.length) {
                    long[] groups = new long[universe.targets.length];
                    for (int target = 0; target < groups.length; target++) {
                        groups[target] = 1L << target;
                    }
                    changed |= parted.put(variable.subject, groups) != groups;
                }
            }
        }
        if (!changed) {
            throw new IllegalStateException("every target has an answer by itself, yet all of them together have none");
        }
    }
}
