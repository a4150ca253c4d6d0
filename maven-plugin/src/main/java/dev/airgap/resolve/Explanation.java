package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Explains why one target has no answer. Of the proof only the facts are told, from the roots along the dependencies:
 * what is asked for, what each release needs, why a release cannot be used, and where that meets. What was derived on
 * the way is left out.
 */
final class Explanation {

    private final Universe universe;
    private final int target;
    private final Outcome outcome;
    private final Map<Candidates, Facts> facts = new LinkedHashMap<>();
    private final Advice advice = new Advice();

    Explanation(Universe universe, Outcome outcome) {
        this.universe = universe;
        this.target = Long.numberOfTrailingZeros(outcome.plan().targets);
        this.outcome = outcome;
        for (Incompatibility leaf : Proof.leaves(outcome.contradiction())) {
            take(leaf);
        }
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

    /** Gives the fault, the target not named in its first sentence. */
    Fault fault() {
        List<Candidates> order = order();
        List<String> lines = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Candidates subject : order) {
            Facts about = facts.get(subject);
            about.asked.sort(Comparator.comparingInt(universe.problem.roots()::indexOf));
            if (!about.asked.isEmpty()) {
                names.add(subject.name.value());
            }
            about.tell(lines, universe.targets[target], target, advice);
        }
        for (Candidates subject : order) {
            facts.get(subject).meet(lines, advice);
        }
        return new Fault(
                what(List.copyOf(names)), Sentence.list(places(), 8), String.join("\n", lines), advice.sentence());
    }

    private String what(List<String> names) {
        if (names.size() != 1) {
            return Sentence.list(names, 6) + " cannot be had together";
        }
        return facts.size() > 1 || facts.values().iterator().next().hasReasons()
                ? "No release of " + names.get(0) + " can be used with all it needs"
                : "What is asked of " + names.get(0) + " contradicts itself";
    }

    /** Lists where the roots and constraints of the proof were written, in the order of the problem. */
    private List<String> places() {
        Set<String> places = new LinkedHashSet<>();
        for (Root root : universe.problem.roots()) {
            facts.values().stream()
                    .filter(about -> about.asked.contains(root))
                    .forEach(about -> places.add(root.where()));
        }
        for (Root root : universe.problem.constraints()) {
            facts.values().stream()
                    .filter(about -> about.constrained.contains(root))
                    .forEach(about -> places.add(root.where()));
        }
        return List.copyOf(places);
    }

    /** Lists the packages of the proof breadth first from the roots. */
    private List<Candidates> order() {
        Set<Candidates> order = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Candidates> listed = new ArrayList<>();
        ArrayDeque<Candidates> open = new ArrayDeque<>();
        for (Root root : universe.problem.roots()) {
            Candidates subject = universe.candidates(root.requirement().name());
            if (facts.containsKey(subject) && facts.get(subject).asked.contains(root) && order.add(subject)) {
                open.add(subject);
            }
        }
        Candidates next;
        while ((next = open.poll()) != null) {
            listed.add(next);
            for (Candidates dependency : facts.get(next).dependencies()) {
                if (facts.containsKey(dependency) && order.add(dependency)) {
                    open.add(dependency);
                }
            }
        }
        for (Candidates subject : facts.keySet()) {
            if (order.add(subject)) {
                listed.add(subject);
            }
        }
        return listed;
    }
}
