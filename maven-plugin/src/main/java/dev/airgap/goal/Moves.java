package dev.airgap.goal;

import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says what moved from one lock to the next, a sentence each. */
record Moves(Lock before, Lock now) {

    private static final int MOST = 30;

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        compare(versions(before), versions(now), sentences);
        compare(commits(before), commits(now), sentences);
        if (sentences.size() > MOST) {
            int more = sentences.size() - MOST;
            sentences = new ArrayList<>(sentences.subList(0, MOST));
            sentences.add("  and " + more + " more");
        }
        return sentences;
    }

    private static void compare(
            SortedMap<String, SortedSet<String>> old, SortedMap<String, SortedSet<String>> now, List<String> out) {
        SortedSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = old.containsKey(name) ? String.join(", ", old.get(name)) : "";
            String is = now.containsKey(name) ? String.join(", ", now.get(name)) : "";
            if (was.isEmpty()) {
                out.add("  + " + name + " " + is);
            } else if (is.isEmpty()) {
                out.add("  - " + name + " " + was);
            } else if (!was.equals(is)) {
                out.add("  " + name + " " + was + " -> " + is);
            }
        }
    }

    private static SortedMap<String, SortedSet<String>> versions(Lock lock) {
        SortedMap<String, SortedSet<String>> versions = new TreeMap<>();
        for (LockedPackage locked : lock.packages()) {
            versions.computeIfAbsent(locked.name(), name -> new TreeSet<>()).add(locked.version());
        }
        return versions;
    }

    private static SortedMap<String, SortedSet<String>> commits(Lock lock) {
        SortedMap<String, SortedSet<String>> commits = new TreeMap<>();
        for (LockedModel model : lock.models()) {
            commits.computeIfAbsent(model.repo() + "@" + model.revision(), name -> new TreeSet<>())
                    .add(model.commit());
        }
        return commits;
    }
}
