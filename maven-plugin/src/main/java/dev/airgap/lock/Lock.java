package dev.airgap.lock;

import java.util.List;

/**
 * Holds what {@code airgap.lock} holds: every version, revision and checksum a bundle is made of.
 *
 * @param inputs digest of the inputs, {@code sha256:…}
 * @param targets in the order of their ids
 * @param packages by name, then version
 * @param models by repo, then revision
 * @param files by path
 */
public record Lock(
        String inputs,
        List<LockedTarget> targets,
        List<LockedPackage> packages,
        List<LockedModel> models,
        List<LockedFile> files) {}
