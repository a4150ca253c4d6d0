package dev.airgap.input;

import dev.airgap.lock.foreign.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;

/** Reads one kind of file that holds requirements. */
interface RequirementSource {

    /** Stands for a file as it is. */
    Selection WHOLE = new Selection(true, Collections.emptySortedSet(), Collections.emptySortedSet());

    /**
     * Reads a file; what can't be read becomes a fault of the collector.
     *
     * @param file absolute, exists
     * @param selection what of it is asked for behind the file's name, {@code pyproject.toml[pg]}, {@code uv.lock:dev}
     * @param role what the file's lines stand for
     */
    void read(Path file, Selection selection, Role role) throws IOException;
}
