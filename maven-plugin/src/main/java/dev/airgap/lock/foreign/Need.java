package dev.airgap.lock.foreign;

import dev.airgap.python.Marker;
import dev.airgap.python.PackageName;
import java.util.SortedSet;

/**
 * Holds a dependency as another tool's lock writes it.
 *
 * @param version the version meant, as written; empty where the lock has but one
 * @param source what tells packages of one name and version apart; empty where nothing has to
 * @param extras normalised
 */
public record Need(PackageName name, String version, String source, SortedSet<String> extras, Marker marker) {}
