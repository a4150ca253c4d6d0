package dev.airgap.goal;

import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedWheel;
import dev.airgap.python.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Shows what a lock's packages need of each other on some of its targets, and what asked for them.
 *
 * @param targets ids
 */
record LockGraph(Lock lock, SortedSet<String> targets) {

    /** Gives the package that a name stands for on a target, null where it is not there. */
    LockedPackage find(String name, String target) {
        for (LockedPackage candidate : lock.packages()) {
            if (candidate.name().equals(name) && candidate.dependencies().containsKey(target)) {
                return candidate;
            }
        }
        return null;
    }

    /** Lists the packages that any of the targets has. */
    List<LockedPackage> packages() {
        return lock.packages().stream()
                .filter(one -> one.dependencies().keySet().stream().anyMatch(target -> targets.contains(target)))
                .toList();
    }

    /** Lists what a package needs on the targets, each with those that it is needed on. */
    SortedMap<LockedPackage, SortedSet<String>> needs(LockedPackage by) {
        SortedMap<LockedPackage, SortedSet<String>> needs = new TreeMap<>(ORDER);
        by.dependencies().forEach((target, names) -> {
            if (targets.contains(target)) {
                for (String name : names) {
                    LockedPackage found = find(name, target);
                    if (found != null) {
                        needs.computeIfAbsent(found, any -> new TreeSet<>()).add(target);
                    }
                }
            }
        });
        return needs;
    }

    /**
     * Lists the packages to start from, each with what asks for it: the requirements, as the lock's inputs keep them; all
     * that nothing else needs where another tool's lock was taken over.
     */
    SortedMap<LockedPackage, List<String>> roots() {
        SortedMap<LockedPackage, List<String>> roots = new TreeMap<>(ORDER);
        Map<String, List<String>> asked = asked();
        Set<LockedPackage> needed = new HashSet<>();
        for (LockedPackage one : packages()) {
            needed.addAll(needs(one).keySet());
        }
        for (LockedPackage one : packages()) {
            List<String> words = asked.getOrDefault(one.name(), List.of());
            if (!words.isEmpty() || !needed.contains(one)) {
                roots.put(one, words);
            }
        }
        return roots;
    }

    private Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new HashMap<>();
        lock.inputs().entries().forEach((key, lines) -> {
            if (key.equals("requirements") || key.startsWith("requirements ")) {
                String place = key.equals("requirements") ? "<requirement>" : key.substring("requirements ".length());
                for (String line : lines) {
                    add(line, place, asked);
                }
            }
        });
        return asked;
    }

    /** Reads a line of the inputs; what is none (an option, a constraint, a lock's digest) asks for nothing itself. */
    private static void add(String line, String place, Map<String, List<String>> asked) {
        String text = line.replaceFirst(" (--hash=|sha256:).*", "").replaceFirst("… sha256:.*", "");
        String name = text.startsWith("-") ? "" : name(text);
        if (!name.isEmpty()) {
            asked.computeIfAbsent(name, any -> new ArrayList<>()).add(place + " asks for " + text);
        }
    }

    private static String name(String text) {
        try {
            return Requirement.parse(text).name().value();
        } catch (IllegalArgumentException e) {
            // A wheel by its path or address alone names itself; a long line was cut, and its name stands in front.
            String file = text.replaceFirst("[?#\\[].*", "").replaceFirst(".*[/\\\\]", "");
            String word = file.replaceFirst("^([A-Za-z0-9._]+).*", "$1");
            return word.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
        }
    }

    /** Adds up what lies in the bundle: each wheel once. */
    long size(Collection<LockedPackage> some) {
        return some.stream()
                .flatMap(one -> one.wheels().stream())
                .filter(wheel -> wheel.targets().stream().anyMatch(target -> targets.contains(target)))
                .collect(Collectors.toMap(LockedWheel::file, LockedWheel::size, (one, same) -> one))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Names the targets where these are not all, for the end of a line; else empty. */
    String only(Set<String> some) {
        return some.containsAll(targets) ? "" : "  (only " + String.join(", ", some) + ")";
    }

    private static final Comparator<LockedPackage> ORDER =
            Comparator.comparing(LockedPackage::name).thenComparing(LockedPackage::version);
}
