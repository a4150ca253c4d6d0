package dev.airgap.index;

import dev.airgap.python.PackageName;

/** Gives the releases that one index has. */
interface Shelf {

    IndexSource source();

    /**
     * Gives what is at hand without the network; null where the index must be asked.
     *
     * @throws dev.airgap.fault.FaultException offline, where the cache has no page of that name
     */
    CachedReleases atHand(PackageName name);

    /** Asks the index; gives {@link CachedReleases#known() unknown} releases where it does not know the name. */
    CachedReleases ask(PackageName name);
}
