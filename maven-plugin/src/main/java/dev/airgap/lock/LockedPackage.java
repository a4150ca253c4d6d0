package dev.airgap.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pins a package to one version for the targets that have it so: those of its wheels.
 *
 * @param name normalised
 * @param version as the chosen wheels name it
 * @param index the id of the index that its wheels come from, but for those that name another
 * @param extras the extras asked for, normalised, sorted
 * @param wheels by file name; one a target
 * @param dependencies target id to normalised names, sorted; every target of the package has an entry
 */
public record LockedPackage(
        String name,
        String version,
        String index,
        List<String> extras,
        List<LockedWheel> wheels,
        SortedMap<String, List<String>> dependencies) {

    public LockedPackage {
        Rules.name("a package", name);
        Rules.version(version);
        Rules.word("an index", index);
        extras = List.copyOf(new TreeSet<>(extras));
        for (String extra : extras) {
            Rules.name("an extra", extra);
        }
        List<LockedWheel> sorted = new ArrayList<>(wheels);
        sorted.sort(Comparator.comparing(LockedWheel::file));
        wheels = List.copyOf(sorted);
        SortedMap<String, List<String>> every = new TreeMap<>();
        for (LockedWheel wheel : wheels) {
            Rules.wheel(wheel.file(), name, version);
            for (String target : wheel.targets()) {
                List<String> needed = List.copyOf(new TreeSet<>(dependencies.getOrDefault(target, List.of())));
                if (every.put(target, needed) != null) {
                    throw new IllegalArgumentException(name + " has two wheels for the target " + target);
                }
                for (String dependency : needed) {
                    Rules.name("a dependency", dependency);
                }
            }
        }
        for (String target : dependencies.keySet()) {
            if (!every.containsKey(target)) {
                throw new IllegalArgumentException(
                        name + " has dependencies but no wheel for the target " + Rules.quoted(target));
            }
        }
        dependencies = Collections.unmodifiableSortedMap(every);
    }

    /** Gives the id of the index that a wheel of it comes from. */
    public String index(LockedWheel wheel) {
        return wheel.index().isEmpty() ? index : wheel.index();
    }

    /** Lists the targets that have the package at this version. */
    public SortedSet<String> targets() {
        return new TreeSet<>(dependencies.keySet());
    }

    /** Gives the wheel for a target, null where the target doesn't have the package at this version. */
    public LockedWheel wheel(String target) {
        for (LockedWheel wheel : wheels) {
            if (wheel.targets().contains(target)) {
                return wheel;
            }
        }
        return null;
    }
}
