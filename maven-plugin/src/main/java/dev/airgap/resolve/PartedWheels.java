package dev.airgap.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says of a package that parted why the version of one target is none for another: of these alone, not of all releases. */
record PartedWheels(Universe universe, List<Closure> closures) {

    /** Gives a sentence for each version and each target that can't use it; empty where all can. */
    List<String> sentences(Candidates subject) {
        SortedSet<Integer> chosen = new TreeSet<>();
        List<Integer> takers = new ArrayList<>();
        for (int target = 0; target < closures.size(); target++) {
            Closure.Entry entry = closures.get(target).entries().get(subject);
            if (entry != null) {
                chosen.add(entry.position);
                takers.add(target);
            }
        }
        List<String> sentences = new ArrayList<>();
        for (int position : chosen) {
            for (int target : takers) {
                if (subject.wheel(target, position) == null) {
                    sentences.addAll(of(subject, position, target));
                }
            }
        }
        return sentences;
    }

    private List<String> of(Candidates subject, int position, int target) {
        String id = universe.targets[target].id();
        List<String> sentences = new ArrayList<>();
        for (String sentence : new Unusability(universe.targets[target], target, subject)
                .sentences(VersionSet.only(subject.size, position), subject.present)) {
            boolean python = sentence.contains(Unusability.PYTHON);
            sentences.add(sentence.replace(Unusability.TARGET, id)
                    + (python ? ", and " + id + " has " + universe.targets[target].python() : ""));
        }
        return sentences;
    }
}
