package dev.airgap.hub;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds a snapshot as it lies on this machine.
 *
 * @param root the folder that its files were found in, no link
 * @param commit the one that it is of, 40 lower-case hex digits; empty where nothing says so
 * @param files by their paths in the snapshot
 */
public record LocalTree(Path root, String commit, SortedMap<String, LocalFile> files) {

    public LocalTree {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static LocalTree of(Path root, String commit, List<LocalFile> files) {
        Map<String, LocalFile> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return new LocalTree(root, commit, new TreeMap<>(byPath));
    }
}
