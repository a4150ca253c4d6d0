package dev.airgap.goal;

/**
 * Holds a generic file as asked for.
 *
 * @param source the id that names its {@code <server>}, or empty
 * @param sha256 as written, empty where it is to be learnt at lock time
 * @param path below {@code files/} in the bundle; never empty
 * @param where the place, for people
 */
public record FileSpec(String source, String url, String sha256, String path, String where) {}
