package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/** Tells by a SAT solver whether a thrown problem has an answer. */
final class Oracle {

    private final Dice dice;
    private final List<Rules> targets;
    private final Map<String, Integer> literals = new HashMap<>();
    private final List<int[]> clauses = new ArrayList<>();

    private Oracle(Dice dice, List<Rules> targets) {
        this.dice = dice;
        this.targets = targets;
    }

    /** Tells whether the targets have an answer in which every package has one version for all of them. */
    static boolean isSolvable(Dice dice, List<Rules> targets) {
        return new Oracle(dice, targets).solve();
    }

    private int literal(String name) {
        return literals.computeIfAbsent(name, key -> literals.size() + 1);
    }

    private int is(World.Release release) {
        return literal(release.name + " " + release.version);
    }

    private int needed(int target, String name, String extra) {
        return literal(name + "[" + extra + "]#" + target);
    }

    private void clause(List<Integer> parts) {
        clauses.add(parts.stream().mapToInt(Integer::intValue).toArray());
    }

    private void demand(int target, List<Integer> negated, Requirement requirement) {
        String name = requirement.name().value();
        List<Integer> some = new ArrayList<>(negated);
        for (World.Release release : dice.releases.get(name)) {
            if (requirement.specifiers().contains(release.version)) {
                some.add(is(release));
            }
        }
        clause(some);
        List<String> extras = new ArrayList<>(requirement.extras());
        extras.add("");
        for (String extra : extras) {
            List<Integer> need = new ArrayList<>(negated);
            need.add(needed(target, name, extra));
            clause(need);
        }
    }

    private boolean solve() {
        for (int target = 0; target < targets.size(); target++) {
            encode(target, targets.get(target));
        }
        for (List<World.Release> list : dice.releases.values()) {
            for (int i = 0; i < list.size(); i++) {
                for (int j = 0; j < i; j++) {
                    clauses.add(new int[] {-is(list.get(i)), -is(list.get(j))});
                }
            }
        }
        try {
            while (true) {
                ISolver solver = SolverFactory.newDefault();
                // A timeout by the clock would start a thread for every question.
                solver.setTimeoutOnConflicts(Integer.MAX_VALUE);
                solver.newVar(literals.size());
                for (int[] clause : clauses) {
                    solver.addClause(new VecInt(clause));
                }
                if (!solver.isSatisfiable()) {
                    return false;
                }
                Set<Integer> model = new HashSet<>();
                for (int literal : solver.model()) {
                    model.add(literal);
                }
                List<Integer> block = null;
                for (Rules rules : targets) {
                    block = block == null ? unasked(rules, model) : block;
                }
                if (block == null) {
                    return true;
                }
                clause(block);
            }
        } catch (ContradictionException none) {
            return false;
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        }
    }

    private void encode(int target, Rules rules) {
        for (Root root : dice.problem.roots()) {
            if (rules.holds(root.requirement(), "")) {
                demand(target, List.of(), root.requirement());
            }
        }
        for (Map.Entry<String, List<World.Release>> entry : dice.releases.entrySet()) {
            for (String extra : List.of("", "x", "y")) {
                int need = needed(target, entry.getKey(), extra);
                List<Integer> some = new ArrayList<>(List.of(-need));
                for (World.Release release : entry.getValue()) {
                    some.add(is(release));
                    if (rules.wheel(release) == null || !rules.constraintsAllow(release)) {
                        clause(List.of(-need, -is(release)));
                        continue;
                    }
                    for (Requirement requirement : rules.needs(release, extra)) {
                        demand(target, List.of(-need, -is(release)), requirement);
                    }
                }
                clause(some);
            }
        }
    }

    /** Gives what must not be chosen together, where a pre-release is chosen that nothing asks for. */
    private List<Integer> unasked(Rules rules, Set<Integer> model) {
        Map<String, World.Release> chosen = new HashMap<>();
        dice.releases.values().stream()
                .flatMap(Collection::stream)
                .filter(release -> model.contains(is(release)))
                .forEach(release -> chosen.put(release.name.value(), release));
        Map<String, World.Release> reached = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> done = new HashSet<>();
        ArrayDeque<String> open = new ArrayDeque<>();
        List<Requirement> edges = new ArrayList<>();
        for (Root root : dice.problem.roots()) {
            if (rules.holds(root.requirement(), "")) {
                edges.add(root.requirement());
            }
        }
        while (true) {
            for (Requirement edge : edges) {
                String name = edge.name().value();
                reached.put(name, chosen.get(name));
                if (rules.asks(name, edge.specifiers())) {
                    asked.add(name);
                }
                open.add(name + " ");
                edge.extras().forEach(extra -> open.add(name + " " + extra));
            }
            edges.clear();
            String next = open.poll();
            if (next == null) {
                break;
            }
            if (done.add(next)) {
                String[] parts = next.split(" ", 2);
                edges.addAll(rules.needs(chosen.get(parts[0]), parts[1]));
            }
        }
        for (World.Release release : reached.values()) {
            String name = release.name.value();
            if (release.version.isPreRelease() && !asked.contains(name) && !rules.usersAsk(name)) {
                List<Integer> block = new ArrayList<>();
                reached.values().forEach(part -> block.add(-is(part)));
                return block;
            }
        }
        return null;
    }
}
