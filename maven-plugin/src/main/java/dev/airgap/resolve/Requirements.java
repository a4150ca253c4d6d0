package dev.airgap.resolve;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps what was already said about the releases of a need: which were looked at, and under which incompatibilities
 * they stand. Releases with the same dependency share one incompatibility, which is widened.
 */
final class Requirements {

    private VersionSet expanded;
    private final Map<String, Incompatibility[]> byDependency = new HashMap<>();
    /** The releases that have no usable wheel, once there are any. */
    Incompatibility unusable;

    boolean isExpanded(int position) {
        return expanded != null && expanded.contains(position);
    }

    void expanded(int releases, int position) {
        expanded = expanded == null ? VersionSet.only(releases, position) : expanded.with(position);
    }

    Incompatibility[] known(String dependency) {
        return byDependency.get(dependency);
    }

    void learn(String dependency, Incompatibility[] incompatibilities) {
        byDependency.put(dependency, incompatibilities);
    }
}
