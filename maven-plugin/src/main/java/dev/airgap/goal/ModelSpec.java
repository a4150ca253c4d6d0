package dev.airgap.goal;

import java.util.List;

/**
 * Holds a snapshot as asked for.
 *
 * @param hub the id of its hub
 * @param type {@code model} or {@code dataset}
 * @param revision branch, tag or commit; never empty
 * @param weights {@code auto}, {@code all} or formats separated by commas
 * @param where the place, for people
 */
public record ModelSpec(
        String hub,
        String repo,
        String revision,
        String type,
        String weights,
        List<String> includes,
        List<String> excludes,
        String where) {}
