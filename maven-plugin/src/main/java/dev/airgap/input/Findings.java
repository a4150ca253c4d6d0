package dev.airgap.input;

import dev.airgap.fault.Fault;
import dev.airgap.python.Specifiers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Takes what the reader of a file finds. */
interface Findings {

    /** Gives the variables that a file may name. */
    Map<String, String> environment();

    /** Shows a path as people know it. */
    String show(Path path);

    /**
     * Takes a requirement, constraint or override.
     *
     * @param text variables put in
     * @param written the text as it stands in the file
     * @param folder where a path in it starts
     */
    void requirement(String text, String written, List<String> hashes, Path folder, Role role, String where);

    /** Takes the same of a file that knows no variables. */
    default void requirement(String text, List<String> hashes, Path folder, Role role, String where) {
        requirement(text, text, hashes, folder, role, where);
    }

    /**
     * Takes a lock of another tool.
     *
     * @param digest of what it holds
     */
    void lock(NamedLock lock, String digest);

    /**
     * Takes an option.
     *
     * @param value variables put in
     * @param written the value as it stands in the file
     */
    void option(String name, String value, String written, String where);

    /** Takes a sentence for the log. */
    void note(String sentence, String where);

    void fault(Fault fault);

    /** Lists the faults that were taken so far. */
    List<Fault> faults();

    /** Takes what a project says of the interpreters it runs on. */
    void requiresPython(Specifiers python, String where);
}
