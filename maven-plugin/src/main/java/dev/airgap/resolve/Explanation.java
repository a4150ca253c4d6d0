package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import dev.airgap.python.PackageName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Explains why one target has no answer. Of the proof only the facts are told, from the roots along the dependencies,
 * the shortest chain first: what is asked for, what each release needs, why a release cannot be used, and where that
 * meets if a reader would not see it. What was derived on the way is left out.
 */
final class Explanation {

    private final Universe universe;
    private final int target;
    private final Outcome outcome;
    private final Map<Candidates, Facts> facts = new LinkedHashMap<>();
    private final Advice advice = new Advice();
    private final List<Root> asked = new ArrayList<>();
    private final List<Root> constrained = new ArrayList<>();

    Explanation(Universe universe, Outcome outcome) {
        this.universe = universe;
        this.target = Long.numberOfTrailingZeros(outcome.plan().targets);
        this.outcome = outcome;
        for (Incompatibility leaf : Proof.leaves(outcome.contradiction())) {
            take(leaf);
        }
        universe.problem.roots().stream()
                .filter(root -> facts.values().stream().anyMatch(about -> about.asked.contains(root)))
                .forEach(asked::add);
        universe.problem.constraints().stream()
                .filter(root -> facts.values().stream().anyMatch(about -> about.constrained.contains(root)))
                .forEach(constrained::add);
    }

    /** Lists the requirements that the proof rests on, as they were written. */
    List<Root> asked() {
        return asked;
    }

    /** Lists the constraints that the proof rests on, as they were written. */
    List<Root> constrained() {
        return constrained;
    }

    /** Puts to a fault, which is told in full, what the proof is about. */
    Unsolved unsolved(Fault told) {
        SortedSet<PackageName> packages = new TreeSet<>();
        boolean unknown = false;
        for (Candidates about : facts.keySet()) {
            packages.add(about.name);
            unknown |= about.isUnheardOf();
        }
        return new Unsolved(told, packages, unknown);
    }

    /** Gives what to do next; after {@link #fault()}. */
    Advice advice() {
        return advice;
    }

    private void take(Incompatibility leaf) {
        if (leaf.cause instanceof Cause.Asked asked) {
            of(asked.subject()).ask(asked.root());
        } else if (leaf.cause instanceof Cause.Constrained constrained) {
            of(constrained.subject()).constrain(constrained.root());
        } else if (leaf.cause instanceof Cause.Dependency dependency) {
            of(dependency.dependency()).demand(dependency);
            of(dependency.dependent()).need(dependency, releases(leaf, dependency.dependent()));
        } else if (leaf.cause instanceof Cause.Address address) {
            of(address.dependent()).need(address, releases(leaf, address.dependent()));
        } else if (leaf.cause instanceof Cause.Unusable unusable) {
            of(unusable.subject()).unusable(releases(leaf, unusable.subject()));
        } else if (leaf.cause instanceof Cause.Prerelease prerelease) {
            of(prerelease.subject()).prerelease = outcome.isHelpful(prerelease.subject());
            of(prerelease.subject()).helpful = outcome.helpful(prerelease.subject());
        } else if (leaf.cause instanceof Cause.Unasked unasked) {
            of(unasked.subject()).prerelease = true;
        }
    }

    private static VersionSet releases(Incompatibility leaf, Candidates subject) {
        for (int i = 0; i < leaf.size(); i++) {
            if (leaf.variables[i] instanceof VersionVariable version && version.subject == subject) {
                return leaf.sets[i].and(subject.present);
            }
        }
        return subject.present;
    }

    private Facts of(Candidates subject) {
        return facts.computeIfAbsent(subject, key -> new Facts(key, universe.problem));
    }

    /** Gives the fault without advice, the target not named in its first sentence. */
    Fault fault() {
        List<String> lines = new ArrayList<>();
        // One requirement alone stands in the first sentence, and its place below it.
        boolean alone = asked.size() == 1;
        List<Facts> order = new ChainOrder(facts, universe.problem.roots()).list();
        for (Facts about : order) {
            about.asked.sort(Comparator.comparingInt(universe.problem.roots()::indexOf));
            if (!about.hasReasons()) {
                about.tellAsked(lines, alone ? List.of() : about.asked);
            }
        }
        for (Facts about : order) {
            if (about.hasReasons()) {
                about.tell(lines, alone ? List.of() : about.asked, universe.targets[target], target, advice);
            }
        }
        for (Facts about : order) {
            about.meet(lines, advice);
        }
        if (constrained.isEmpty()
                && asked.stream()
                        .allMatch(root -> root.requirement().specifiers().isAny())) {
            advice.doWithout(asked.stream()
                    .map(root -> root.requirement().name().value())
                    .distinct()
                    .toList());
        }
        return new Fault(what(), alone ? asked.get(0).where() : "", String.join("\n", lines), "");
    }

    private String what() {
        Set<String> names = new LinkedHashSet<>();
        asked.forEach(root -> names.add(root.requirement().name().value()));
        if (names.size() > 1) {
            return Sentence.list(List.copyOf(names), 6) + " cannot be had together";
        }
        boolean needs = facts.values().stream().anyMatch(Facts::hasNeeds);
        if (asked.size() > 1 && !needs && facts.values().stream().noneMatch(Facts::hasReasons)) {
            return "What is asked of " + names.iterator().next() + " contradicts itself";
        }
        return (asked.size() == 1 ? Wording.requirement(asked.get(0).requirement()) : String.join("", names))
                + " cannot be had"
                + (needs ? " with all it needs" : "");
    }
}
