package dev.airgap.index;

import dev.airgap.resolve.Releases;

/**
 * Holds what the indexes have of a name.
 *
 * @param owner what the first index says that knows it
 * @param releases the owner's releases, with those of the indexes that its namespace spans (PEP 708)
 */
record Project(CachedReleases owner, Releases releases) {

    static Project of(CachedReleases owner) {
        return new Project(owner, owner);
    }
}
