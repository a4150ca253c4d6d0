package dev.airgap.lock;

import java.util.List;

/**
 * Pins a model or dataset snapshot.
 *
 * @param hub the id of the hub
 * @param repo {@code org/name} or a bare name
 * @param type {@code model} or {@code dataset}
 * @param revision as asked for
 * @param commit 40 lower-case hex digits
 * @param files by path
 */
public record LockedModel(String hub, String repo, String type, String revision, String commit, List<ModelFile> files) {

    /**
     * Pins one file of a snapshot.
     *
     * @param size in bytes
     * @param oid git oid: SHA-1 of the blob, or of the LFS pointer; 40 hex digits
     * @param sha256 of the content, 64 hex digits
     */
    public record ModelFile(String path, long size, String oid, String sha256) {}
}
