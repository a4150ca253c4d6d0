package dev.airgap.store;

import java.nio.file.Path;

/**
 * Names a file in the store.
 *
 * @param path to be read only
 * @param sha256 64 lower-case hex digits
 * @param size in bytes
 */
public record Entry(Path path, String sha256, long size) {}
