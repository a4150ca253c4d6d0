package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds what was solved.
 *
 * @param pins sorted by name, then version; a package that parted stands once per version
 * @param notes sentences for the log: which package parted over the targets and why, yanked releases that were
 *     pinned, and the like
 * @param parted why a package parted, in a clause that holds as long as its inputs do: no line, no newest release
 */
public record Resolution(List<Pin> pins, List<String> notes, SortedMap<PackageName, String> parted) {

    public Resolution {
        parted = Collections.unmodifiableSortedMap(new TreeMap<>(parted));
    }

    /** Holds an answer in which nothing parted. */
    public Resolution(List<Pin> pins, List<String> notes) {
        this(pins, notes, new TreeMap<>());
    }
}
