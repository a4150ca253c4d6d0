package dev.airgap.lock;

import java.net.URI;
import java.util.List;

/**
 * Pins one wheel.
 *
 * @param targets ids of the targets it was chosen for, sorted
 * @param size in bytes
 * @param sha256 64 lower-case hex digits
 */
public record LockedWheel(String file, URI url, long size, String sha256, List<String> targets) {}
