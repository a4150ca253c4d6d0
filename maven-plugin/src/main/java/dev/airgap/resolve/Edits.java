package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.Marker;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what users put in the place of what packages and requirements say: an override stands for every requirement on
 * its package, whoever has it, and of an excluded package all are dropped. As in uv, an override brings versions, extras,
 * address and marker of its own; of the marker it replaces only the extra stays. Constraints are not touched.
 *
 * @param overrides by package, each with the place it was written
 * @param exclusions packages that are no part of the answer, each with the place it was written
 */
public record Edits(Map<PackageName, List<Root>> overrides, Map<PackageName, String> exclusions) {

    /** Changes nothing. */
    public static final Edits NONE = new Edits(Map.of(), Map.of());

    /**
     * Gathers overrides and exclusions.
     *
     * @throws FaultException where a package is overridden twice on one of the targets
     */
    public static Edits of(List<Root> overrides, Map<PackageName, String> exclusions, List<Target> targets) {
        Map<PackageName, List<Root>> byName = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Root root : overrides) {
            List<Root> known = byName.computeIfAbsent(root.requirement().name(), key -> new ArrayList<>());
            if (known.stream().anyMatch(other -> other.requirement().equals(root.requirement()))) {
                continue;
            }
            for (Root other : known) {
                List<String> both = targets.stream()
                        .filter(target -> holds(other, target) && holds(root, target))
                        .map(Target::id)
                        .toList();
                if (!both.isEmpty()) {
                    faults.add(new Fault(
                            root.requirement().name() + " is overridden twice for " + Sentence.list(both),
                            other.where() + " and " + root.where(),
                            Sentence.plain(other.requirement().toString()) + "\n"
                                    + Sentence.plain(root.requirement().toString()),
                            "Write one of them, or markers that do not hold together."));
                }
            }
            known.add(root);
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return new Edits(byName, exclusions);
    }

    private static boolean holds(Root root, Target target) {
        return root.requirement().marker().holds(target.environment(), Set.of());
    }

    boolean isEmpty() {
        return overrides.isEmpty() && exclusions.isEmpty();
    }

    /** Lists the overrides of a package. */
    List<Root> overrides(PackageName name) {
        return overrides.getOrDefault(name, List.of());
    }

    /** Gives what a package's requirements become. */
    List<Requirement> apply(List<Requirement> requirements) {
        Set<Requirement> edited = new LinkedHashSet<>();
        for (Requirement requirement : requirements) {
            if (exclusions.containsKey(requirement.name())) {
                continue;
            }
            List<Root> instead = overrides(requirement.name());
            if (instead.isEmpty()) {
                edited.add(requirement);
            }
            Marker extra =
                    instead.isEmpty() ? Marker.ALWAYS : requirement.marker().extraPart();
            for (Root root : instead) {
                Requirement override = root.requirement();
                edited.add(new Requirement(
                        override.name(),
                        override.extras(),
                        override.specifiers(),
                        override.url(),
                        extra.and(override.marker())));
            }
        }
        return List.copyOf(edited);
    }

    /** Gives what the users' requirements become; each names both places. */
    List<Root> applyToRoots(List<Root> roots) {
        List<Root> edited = new ArrayList<>();
        for (Root root : roots) {
            PackageName name = root.requirement().name();
            if (exclusions.containsKey(name)) {
                continue;
            }
            if (overrides(name).isEmpty()) {
                edited.add(root);
            }
            for (Root override : overrides(name)) {
                edited.add(new Root(override.requirement(), override.where() + " (in place of " + root.where() + ")"));
            }
        }
        return edited;
    }

    /** Says of a requirement that a package has by an override where that was written; else empty. */
    String told(Requirement requirement) {
        for (Root override : overrides(requirement.name())) {
            if (override.requirement().specifiers().equals(requirement.specifiers())
                    && override.requirement().url().equals(requirement.url())) {
                return " (overridden by " + override.where() + ")";
            }
        }
        return "";
    }
}
