package dev.airgap.goal;

import dev.airgap.fault.Nearest;
import dev.airgap.python.PackageName;
import dev.airgap.resolve.PrereleaseRule;
import dev.airgap.resolve.Problem.Prereleases;
import dev.airgap.resolve.Problem.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells which words of a configuration changed nothing and were hardly meant so. */
final class WordsInVain {

    private WordsInVain() {}

    /** Gives a sentence for each package that has a word of its own, isn't locked, and is nearly one that is. */
    static List<String> mistyped(Configuration configuration, Collection<PackageName> locked) {
        List<String> names = locked.stream().map(PackageName::value).toList();
        List<String> told = new ArrayList<>();
        configuration
                .prereleases()
                .packages()
                .keySet()
                .forEach(name -> tell("airgap.prereleases", name.value(), names, told));
        Set<String> cutoffs = new TreeSet<>();
        for (CutoffSpec spec : configuration.excludeNewer()) {
            if (spec.scope() == CutoffSpec.Scope.PACKAGE) {
                cutoffs.add(PackageName.of(spec.name()).value());
            }
        }
        cutoffs.forEach(name -> tell("airgap.excludeNewer", name, names, told));
        return told;
    }

    private static void tell(String property, String name, List<String> locked, List<String> told) {
        String near = locked.contains(name) ? "" : Nearest.question(name, locked);
        if (!near.isEmpty()) {
            told.add(property + " has a word for " + name + ", which isn't locked. " + near);
        }
    }

    /** Gives a sentence where words on choosing stand beside a lock that chose already; empty where none do. */
    static List<String> besideALock(Configuration configuration, boolean upgrades) {
        PrereleaseRule prereleases = configuration.prereleases();
        List<String> words = new ArrayList<>();
        if (configuration.strategy() != Strategy.HIGHEST) {
            words.add("airgap.resolution");
        }
        if (prereleases.all() != Prereleases.DEFAULT || !prereleases.packages().isEmpty()) {
            words.add("airgap.prereleases");
        }
        if (upgrades) {
            words.add("airgap.upgrade");
        }
        return words.isEmpty()
                ? List.of()
                : List.of(String.join(", ", words) + " changed no version: a lock of another tool is taken over as it"
                        + " is. Upgrade with the tool that wrote it.");
    }
}
