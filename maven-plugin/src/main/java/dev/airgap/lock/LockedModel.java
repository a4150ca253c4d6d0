package dev.airgap.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pins a model or dataset snapshot.
 *
 * @param hub the id of the hub; empty where it comes from elsewhere
 * @param repo {@code org/name} or a bare name
 * @param type {@code model} or {@code dataset}
 * @param revision as asked for
 * @param commit 40 lower-case hex digits
 * @param files by path
 * @param source what it comes from where that is no hub: {@code folder models/mine}; else empty
 * @param layout where it stands in the bundle
 * @param neededBy the snapshots whose code lies in this one, {@code org/name@revision}; empty where it was asked for alone
 */
public record LockedModel(
        String hub,
        String repo,
        String type,
        String revision,
        String commit,
        List<ModelFile> files,
        String source,
        ModelLayout layout,
        List<String> neededBy) {

    /** Pins a snapshot that was asked for. */
    public LockedModel(
            String hub,
            String repo,
            String type,
            String revision,
            String commit,
            List<ModelFile> files,
            String source,
            ModelLayout layout) {
        this(hub, repo, type, revision, commit, files, source, layout, List.of());
    }

    /** Pins a snapshot of a hub that was asked for, laid out as the Hub's cache. */
    public LockedModel(String hub, String repo, String type, String revision, String commit, List<ModelFile> files) {
        this(hub, repo, type, revision, commit, files, "", ModelLayout.HUB);
    }

    public LockedModel {
        neededBy = neededBy.stream().sorted().distinct().toList();
        neededBy.forEach(Rules::path);
        if (source.isEmpty()) {
            Rules.word("a hub", hub);
        } else {
            Rules.word("a model's source", source);
            if (!hub.isEmpty()) {
                throw new IllegalArgumentException(repo + " has both a hub and a source");
            }
        }
        Rules.path(repo);
        Rules.word("a model's type", type);
        Rules.path(revision);
        Rules.hex("a commit", commit, 40);
        List<ModelFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(ModelFile::path));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).path().equals(sorted.get(i - 1).path())) {
                throw new IllegalArgumentException(
                        repo + " has the file " + sorted.get(i).path() + " twice");
            }
        }
        files = List.copyOf(sorted);
    }

    /** Gives the same snapshot with other files. */
    public LockedModel withFiles(List<ModelFile> others) {
        return new LockedModel(hub, repo, type, revision, commit, others, source, layout, neededBy);
    }

    /** Gives the same snapshot, needed by others. */
    public LockedModel withNeededBy(List<String> others) {
        return new LockedModel(hub, repo, type, revision, commit, files, source, layout, others);
    }

    /**
     * Pins one file of a snapshot.
     *
     * @param size in bytes
     * @param oid git oid: SHA-1 of the blob, or of the LFS pointer; 40 hex digits
     * @param sha256 of the content, 64 hex digits
     */
    public record ModelFile(String path, long size, String oid, String sha256) {

        public ModelFile {
            Rules.path(path);
            Rules.size(size);
            Rules.hex("a git oid", oid, 40);
            Rules.hex("a sha256", sha256, 64);
        }
    }
}
