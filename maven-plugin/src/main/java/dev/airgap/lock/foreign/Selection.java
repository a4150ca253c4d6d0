package dev.airgap.lock.foreign;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says what of a project or its lock is asked for.
 *
 * @param project whether what the project needs itself is
 * @param extras normalised
 * @param groups dependency groups (PEP 735), normalised
 */
public record Selection(boolean project, SortedSet<String> extras, SortedSet<String> groups) {

    /** Gives both together. */
    public Selection and(Selection other) {
        SortedSet<String> allExtras = new TreeSet<>(extras);
        allExtras.addAll(other.extras);
        SortedSet<String> allGroups = new TreeSet<>(groups);
        allGroups.addAll(other.groups);
        return new Selection(project || other.project, allExtras, allGroups);
    }
}
