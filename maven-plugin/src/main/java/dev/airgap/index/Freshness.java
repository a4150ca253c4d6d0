package dev.airgap.index;

/**
 * Says how far the cache is believed.
 *
 * @param refresh every page is asked for again, whatever its age; a page unchanged since is still not read again
 * @param offline the cache alone answers, whatever its age; what it lacks is a fault
 */
public record Freshness(boolean refresh, boolean offline) {

    /** Believes the server's headers. */
    public static final Freshness NORMAL = new Freshness(false, false);
}
