package dev.airgap.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads one kind of file that holds requirements. */
interface RequirementSource {

    /** Stands for no extras. */
    SortedSet<String> NO_EXTRAS = Collections.unmodifiableSortedSet(new TreeSet<>());

    /**
     * Reads a file; what can't be read becomes a fault of the collector.
     *
     * @param file absolute, exists
     * @param extras the extras asked for behind the file's name, {@code pyproject.toml[dev]}; empty for most
     * @param constraint whether the file holds constraints
     */
    void read(Path file, SortedSet<String> extras, boolean constraint) throws IOException;
}
