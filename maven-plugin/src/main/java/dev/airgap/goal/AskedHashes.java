package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.input.WrittenRequirement;
import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the sha256 hashes that requirements and constraints allow. On one target those of all lines that hold there
 * count, as in pip: a file must have a hash that each of them names. Lines for other targets count there alone.
 */
final class AskedHashes {

    private static final String KIND = "sha256:";

    /** Package, target id, hashes. */
    private final Map<PackageName, Map<String, Set<String>>> allowed = new HashMap<>();

    private final Map<PackageName, Set<String>> places = new HashMap<>();

    private final Map<PackageName, List<Specifiers>> versions = new HashMap<>();

    private String first = "";

    /**
     * Gathers the hashes.
     *
     * @param lines requirements and constraints
     * @throws FaultException where two lines leave no hash, or a line has hashes of which none is a sha256
     */
    AskedHashes(List<WrittenRequirement> lines, List<Target> targets) {
        Faults faults = new Faults();
        for (WrittenRequirement line : lines) {
            if (!line.hashes().isEmpty()) {
                first = first.isEmpty() ? line.where() : first;
                faults.gather(null, () -> add(line, targets));
            }
        }
        faults.raise();
    }

    private Void add(WrittenRequirement line, List<Target> targets) {
        PackageName name = line.requirement().name();
        Set<String> hashes = new LinkedHashSet<>();
        for (String hash : line.hashes()) {
            if (hash.startsWith(KIND)) {
                hashes.add(hash.substring(KIND.length()));
            }
        }
        if (hashes.isEmpty()) {
            throw new FaultException(Fault.of("The hashes of " + name + " can't be compared")
                    .at(line.where())
                    .because("Indexes give sha256, and none of its hashes is one.")
                    .advise("Add --hash=sha256:…"));
        }
        Set<String> before = places.computeIfAbsent(name, any -> new LinkedHashSet<>());
        Map<String, Set<String>> byTarget = allowed.computeIfAbsent(name, any -> new LinkedHashMap<>());
        for (Target target : targets) {
            if (!holds(line, target)) {
                continue;
            }
            Set<String> common = byTarget.computeIfAbsent(target.id(), any -> new HashSet<>(hashes));
            common.retainAll(hashes);
            if (common.isEmpty()) {
                // The hashes that stood here before: otherwise each further line would be told of as well.
                common.addAll(hashes);
                throw new FaultException(Fault.of("The hashes of " + name + " contradict each other")
                        .at(String.join(", ", before) + ", " + line.where())
                        .because("On " + target.id() + " no hash stands in each of these places.")
                        .advise("Name the same wheels' hashes in each, or take the hashes out of one."));
            }
        }
        before.add(line.where());
        versions.computeIfAbsent(name, any -> new ArrayList<>())
                .add(line.requirement().specifiers());
        return null;
    }

    private static boolean holds(WrittenRequirement line, Target target) {
        try {
            return line.requirement().marker().holds(target.environment(), Set.of());
        } catch (IllegalArgumentException e) {
            // The resolver tells of a marker that has no sense.
            return true;
        }
    }

    /** Tells whether hashes were asked for of a package. */
    boolean knows(PackageName name) {
        return allowed.containsKey(name);
    }

    /** Tells whether hashes were asked for of a package on a target. */
    boolean knows(PackageName name, String target) {
        return allowed.getOrDefault(name, Map.of()).containsKey(target);
    }

    /** Tells whether a line with hashes asks for a version. */
    boolean names(PackageName name, Version version) {
        return versions.getOrDefault(name, List.of()).stream().anyMatch(some -> some.contains(version));
    }

    /** Gives the place that has the first hash; empty where none has. */
    String first() {
        return first;
    }

    /** Gives the places that have a package's hashes. */
    String places(PackageName name) {
        return String.join(", ", places.getOrDefault(name, Set.of()));
    }

    /** Gives the hashes that are allowed on some target, in order; empty where any is. */
    Set<String> of(PackageName name) {
        Set<String> all = new TreeSet<>();
        allowed.getOrDefault(name, Map.of()).values().forEach(all::addAll);
        return all;
    }

    /** Tells whether a wheel may be taken for some target, as far as its sha256 is known. */
    boolean allows(PackageName name, String sha256) {
        Map<String, Set<String>> byTarget = allowed.get(name);
        if (byTarget == null || byTarget.isEmpty() || sha256.isEmpty()) {
            return true;
        }
        return byTarget.values().stream().anyMatch(hashes -> hashes.contains(sha256));
    }

    /** Tells whether a wheel may be taken for a target. */
    boolean allows(PackageName name, String sha256, String target) {
        Set<String> hashes = allowed.getOrDefault(name, Map.of()).get(target);
        return hashes == null || hashes.contains(sha256);
    }
}
