package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * States what is to be solved: the roots for the targets, under constraints.
 *
 * @param targets at least one, ids distinct, in the order of the POM
 * @param roots the requirements, each with the place it was written
 * @param constraints versions that a package must have where it is needed at all
 * @param pins versions that are kept as long as they fit, from the lock: package, then target id
 * @param prereleases which pre-releases may be chosen
 * @param strategy which end of the versions is preferred
 * @param edits what stands in the place of what roots and packages say
 */
public record Problem(
        List<Target> targets,
        List<Root> roots,
        List<Root> constraints,
        Map<PackageName, SortedMap<String, Version>> pins,
        PrereleaseRule prereleases,
        Strategy strategy,
        Edits edits) {

    /** States a problem in which packages are taken at their word. */
    public Problem(
            List<Target> targets,
            List<Root> roots,
            List<Root> constraints,
            Map<PackageName, SortedMap<String, Version>> pins,
            Prereleases prereleases,
            Strategy strategy) {
        this(targets, roots, constraints, pins, PrereleaseRule.of(prereleases), strategy, Edits.NONE);
    }

    /** Says which pre-releases may be chosen (PEP 440, handling of pre-releases). */
    public enum Prereleases {
        DEFAULT,
        ALLOW,
        NEVER
    }

    /** Says which end of the versions is preferred. */
    public enum Strategy {
        HIGHEST,
        LOWEST,
        LOWEST_DIRECT
    }

    /** Gives the same with the roots as the edits make them. */
    Problem edited() {
        return new Problem(targets, edits.applyToRoots(roots), constraints, pins, prereleases, strategy, edits);
    }

    /** States the same with other requirements and constraints. */
    Problem asking(List<Root> others, List<Root> limits) {
        return new Problem(targets, others, limits, pins, prereleases, strategy, edits);
    }

    /** Lists the target ids in order. */
    public SortedSet<String> targetIds() {
        SortedSet<String> ids = new TreeSet<>();
        targets.forEach(target -> ids.add(target.id()));
        return ids;
    }
}
