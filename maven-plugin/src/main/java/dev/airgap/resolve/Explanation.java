package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import dev.airgap.python.Specifiers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
    private final Map<Candidates, Facts> facts = new LinkedHashMap<>();
    private final Set<String> places = new LinkedHashSet<>();
    private final Advice advice = new Advice();

    Explanation(Universe universe, Outcome outcome) {
        this.universe = universe;
        this.target = Long.numberOfTrailingZeros(outcome.plan().targets);
        for (Incompatibility leaf : Proof.leaves(outcome.contradiction())) {
            take(leaf);
        }
    }

    private void take(Incompatibility leaf) {
        if (leaf.cause instanceof Cause.Asked asked) {
            of(asked.subject()).asked.add(asked.root());
        } else if (leaf.cause instanceof Cause.Constrained constrained) {
            of(constrained.subject()).constrained.add(constrained.root());
        } else if (leaf.cause instanceof Cause.Dependency dependency) {
            of(dependency.dependency()).demands.add(dependency.requirement().specifiers());
            of(dependency.dependent()).need(dependency, releases(leaf, dependency.dependent()));
        } else if (leaf.cause instanceof Cause.Address address) {
            of(address.dependent()).need(address, releases(leaf, address.dependent()));
        } else if (leaf.cause instanceof Cause.Unusable unusable) {
            of(unusable.subject()).unusable(releases(leaf, unusable.subject()));
        } else if (leaf.cause instanceof Cause.Prerelease prerelease) {
            of(prerelease.subject()).prerelease = true;
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
        return facts.computeIfAbsent(subject, Facts::new);
    }

    /** Gives the fault, the target not named in its first sentence. */
    Fault fault() {
        List<Candidates> order = order();
        List<String> lines = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Candidates subject : order) {
            Facts about = facts.get(subject);
            for (Root root : about.asked) {
                places.add(root.where());
                names.add(subject.name.value());
            }
            for (Root root : about.constrained) {
                places.add(root.where());
            }
            about.tell(lines, universe.targets[target], target, advice);
        }
        for (Candidates subject : order) {
            meet(facts.get(subject), lines);
        }
        String what = names.size() == 1
                ? "No release of " + names.iterator().next() + " can be used with all it needs"
                : Sentence.list(List.copyOf(names), 6) + " cannot be had together";
        return new Fault(what, Sentence.list(List.copyOf(places), 8), String.join("\n", lines), advice.sentence());
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

    /** Says where demands on a package leave nothing. */
    private void meet(Facts about, List<String> lines) {
        Candidates subject = about.subject;
        if (subject.isUnknown()) {
            if (!about.demands.isEmpty()) {
                lines.add("no index knows " + subject.name);
                advice.lookUp();
            }
            return;
        }
        Set<String> demands = new LinkedHashSet<>();
        VersionSet left = subject.present;
        for (Specifiers specifiers : about.allDemands()) {
            if (specifiers.isAny()) {
                continue;
            }
            VersionSet matching = subject.matching(specifiers);
            if (matching.isEmpty()) {
                lines.add(
                        "no release of " + subject.name + " matches " + specifiers + "; " + Wording.existing(subject));
                return;
            }
            left = left.and(matching);
            demands.add(specifiers.toString());
        }
        if (left.isEmpty()) {
            lines.add("no release of " + subject.name + " matches " + Sentence.list(List.copyOf(demands), 6)
                    + " together; " + Wording.existing(subject));
            advice.loosen();
        }
    }
}
