package dev.airgap.input;

import dev.airgap.lock.foreign.Selection;
import java.nio.file.Path;

/**
 * Holds a lock of another tool that stands among the requirements.
 *
 * @param file absolute
 * @param shown its name, for people
 * @param text what it holds
 */
public record NamedLock(Path file, String shown, String text, Selection selection) {}
