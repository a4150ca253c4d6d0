package dev.airgap.goal;

/**
 * Holds a hub as declared.
 *
 * @param id the id that names its {@code <server>}, and itself in the lock
 * @param url its root; empty for the default hub
 * @param where the place, for people
 */
public record HubSpec(String id, String url, String where) {}
