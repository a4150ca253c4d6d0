package dev.airgap.lock;

import java.net.URI;

/**
 * Pins a generic file.
 *
 * @param source the id of its source, or empty
 * @param path below {@code files/} in the bundle
 */
public record LockedFile(String source, URI url, String path, long size, String sha256) {}
