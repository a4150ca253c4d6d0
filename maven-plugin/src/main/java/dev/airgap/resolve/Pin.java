package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Pins one package to one version for the targets that have it so.
 *
 * @param name the package
 * @param version the version as the chosen wheels name it
 * @param index the id of the index that owns the package
 * @param extras the extras asked for, over all these targets
 * @param wheels target id to the wheel chosen for it
 * @param dependencies target id to the names of the packages it needs there, its extras' among them
 */
public record Pin(
        PackageName name,
        Version version,
        String index,
        SortedSet<String> extras,
        SortedMap<String, WheelFile> wheels,
        SortedMap<String, SortedSet<PackageName>> dependencies) {}
