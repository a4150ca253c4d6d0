package dev.airgap.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders the packages of a proof as a person follows them: chain by chain from the roots, the shortest first, and no
 * package before all that need it, as far as they do not need each other.
 */
final class ChainOrder {

    private final Map<Candidates, Facts> facts;
    private final List<Root> roots;
    private final Map<Facts, Integer> lengths = new HashMap<>();

    ChainOrder(Map<Candidates, Facts> facts, List<Root> roots) {
        this.facts = facts;
        this.roots = roots;
    }

    List<Facts> list() {
        Set<Facts> starts = new LinkedHashSet<>();
        for (Root root : roots) {
            facts.values().stream().filter(about -> about.asked.contains(root)).forEach(starts::add);
        }
        List<Facts> order = new ArrayList<>(starts);
        order.forEach(this::length);
        // Stable: of chains as long as each other the one that was written first comes first.
        order.sort(Comparator.comparingInt(lengths::get));
        Collections.reverse(order);
        Set<Facts> finished = new LinkedHashSet<>();
        Set<Facts> seen = new LinkedHashSet<>();
        order.forEach(about -> finish(about, seen, finished));
        List<Facts> list = new ArrayList<>(finished);
        Collections.reverse(list);
        facts.values().stream().filter(about -> !finished.contains(about)).forEach(list::add);
        return list;
    }

    /** Walks depth first; a package is finished when all it needs is. */
    private void finish(Facts start, Set<Facts> seen, Set<Facts> finished) {
        ArrayDeque<Facts> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            Facts next = open.peek();
            if (!seen.add(next)) {
                open.pop();
                finished.add(next);
                continue;
            }
            for (Facts dependency : dependencies(next)) {
                if (!seen.contains(dependency)) {
                    open.push(dependency);
                }
            }
        }
    }

    /** Finds how many packages follow each other at most, those that need each other counted once. */
    private void length(Facts start) {
        Set<Facts> seen = new LinkedHashSet<>();
        Set<Facts> finished = new LinkedHashSet<>();
        finish(start, seen, finished);
        for (Facts about : finished) {
            int length = 0;
            for (Facts dependency : dependencies(about)) {
                length = Math.max(length, lengths.getOrDefault(dependency, 0));
            }
            lengths.put(about, length + 1);
        }
    }

    private List<Facts> dependencies(Facts about) {
        List<Facts> found = new ArrayList<>();
        for (Candidates dependency : about.dependencies()) {
            if (facts.containsKey(dependency)) {
                found.add(facts.get(dependency));
            }
        }
        return found;
    }
}
