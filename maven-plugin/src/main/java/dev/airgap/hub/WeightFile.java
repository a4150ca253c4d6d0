package dev.airgap.hub;

import dev.airgap.hub.SnapshotPlan.PlannedFile;

/**
 * Says what part a listed file plays among a model's weights.
 *
 * @param format its format, or null where it is no weights: a configuration, a tokenizer, a page
 * @param stem its name without extension and shard number; a copy's or variant's differs from the original's
 * @param ending what an include must spell out to mean this file's kind
 * @param payload whether it is weights as such, rather than an index of shards, a companion or training state
 * @param training whether it is left from training: optimizer and random states
 */
record WeightFile(
        PlannedFile file, WeightFormat format, String stem, String ending, boolean payload, boolean training) {

    String path() {
        return file.path();
    }

    /** Gives the folder with its trailing slash, or the empty text. */
    String folder() {
        return path().substring(0, path().lastIndexOf('/') + 1);
    }

    String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** Gives the first folder of the path with its trailing slash, or the empty text. */
    String topFolder() {
        return path().substring(0, path().indexOf('/') + 1);
    }
}
