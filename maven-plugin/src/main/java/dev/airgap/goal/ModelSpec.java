package dev.airgap.goal;

import dev.airgap.lock.ModelLayout;
import java.util.List;

/**
 * Holds a snapshot as asked for.
 *
 * @param hub the id of its hub; empty where it comes from elsewhere
 * @param type {@code model} or {@code dataset}
 * @param revision branch, tag or commit; never empty
 * @param weights {@code auto}, {@code all} or formats separated by commas
 * @param where the place, for people
 * @param source what it comes from
 * @param layout where it stands in the bundle
 * @param remoteCode what is said of the model's own code: {@code true}, {@code false}, or empty for nothing
 */
public record ModelSpec(
        String hub,
        String repo,
        String revision,
        String type,
        String weights,
        List<String> includes,
        List<String> excludes,
        String where,
        ModelSource source,
        ModelLayout layout,
        String remoteCode) {

    /** Asks for a snapshot of a hub, laid out as the Hub's cache, of whose code nothing is said. */
    public ModelSpec(
            String hub,
            String repo,
            String revision,
            String type,
            String weights,
            List<String> includes,
            List<String> excludes,
            String where) {
        this(hub, repo, revision, type, weights, includes, excludes, where, ModelSource.HUB, ModelLayout.HUB, "");
    }
}
