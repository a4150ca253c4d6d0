package dev.airgap.lock.foreign;

import dev.airgap.python.PackageName;
import java.util.SortedSet;

/**
 * Holds a package that a target takes from another tool's lock.
 *
 * @param extras the extras asked for, normalised
 * @param needs the packages it needs there
 */
public record Taken(ForeignPackage pack, SortedSet<String> extras, SortedSet<PackageName> needs) {}
