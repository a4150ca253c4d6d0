package dev.airgap.input;

import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.resolve.Root;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Holds all that was read of requirements, constraints, overrides and exclusions.
 *
 * @param requirements in the order written
 * @param constraints in the order written
 * @param overrides in the order written
 * @param exclusions packages that are to be no part of the answer, each with the place it was written
 * @param locks of other tools; where there are any there is nothing else
 * @param options of the files, in the order written
 * @param notes sentences for the log on what was read but has no effect here
 * @param inputs what of all this decides a lock, for its digest: by a name for people, the lines as written, without
 *     users and passwords in addresses; of an address or option the variables are not put in
 * @param pythons the interpreters that the projects asked for run on
 * @param addresses of wheels that have a login or a query: without these, and with them
 */
public record Asked(
        List<WrittenRequirement> requirements,
        List<WrittenRequirement> constraints,
        List<WrittenRequirement> overrides,
        Map<PackageName, String> exclusions,
        List<NamedLock> locks,
        List<Option> options,
        List<String> notes,
        SortedMap<String, List<String>> inputs,
        Map<String, String> addresses,
        List<Python> pythons) {

    /**
     * Holds what a project says of the interpreters it runs on; it changes no lock, but which targets may have one.
     *
     * @param python its {@code requires-python} (PEP 621)
     * @param where file and line
     */
    public record Python(Specifiers python, String where) {}

    /** Tells whether anything is asked for at all. */
    public boolean isEmpty() {
        return requirements.isEmpty() && locks.isEmpty();
    }

    /** Gives the requirements as the solver takes them. */
    public List<Root> roots() {
        return requirements.stream().map(WrittenRequirement::root).toList();
    }

    /** Gives the constraints as the solver takes them. */
    public List<Root> constraintRoots() {
        return constraints.stream().map(WrittenRequirement::root).toList();
    }

    /** Gives the overrides as the solver takes them. */
    public List<Root> overrideRoots() {
        return overrides.stream().map(WrittenRequirement::root).toList();
    }

    /** Lists the options of a name. */
    public List<Option> options(String name) {
        return options.stream().filter(option -> option.name().equals(name)).toList();
    }
}
