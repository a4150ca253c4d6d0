package dev.airgap.lock;

import java.util.List;
import java.util.SortedMap;

/**
 * Pins a package to one version for the targets that have it so.
 *
 * @param index the id of the index that owns it
 * @param wheels by file name
 * @param dependencies target id to normalised names, sorted
 */
public record LockedPackage(
        String name,
        String version,
        String index,
        List<String> extras,
        List<LockedWheel> wheels,
        SortedMap<String, List<String>> dependencies) {}
