package dev.airgap.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.airgap.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Reads the dependency groups of a {@code pyproject.toml} that are asked for (PEP 735). */
final class DependencyGroups {

    private final Findings into;
    private final Path folder;
    private final String name;
    private final List<String> lines;
    private final JsonNode groups;
    private final Role role;
    private final Set<String> taken = new HashSet<>();

    /** The groups being read, each included by the one before it. */
    private final Deque<String> open = new ArrayDeque<>();

    DependencyGroups(Findings into, Path folder, String name, List<String> lines, JsonNode groups, Role role) {
        this.into = into;
        this.folder = folder;
        this.name = name;
        this.lines = lines;
        this.groups = groups;
        this.role = role;
    }

    void take(SortedSet<String> asked) {
        asked.forEach(this::take);
    }

    private void take(String group) {
        if (open.contains(group)) {
            into.fault(Fault.of("The dependency groups include each other in a circle")
                    .at(name + PyprojectFile.place(lines, "include-group"))
                    .because(String.join(" in ", open))
                    .advise("Take one of the inclusions out."));
            return;
        }
        if (open.size() >= RequirementsFile.DEEPEST) {
            into.fault(
                    Fault.of("The dependency groups include each other more than " + RequirementsFile.DEEPEST + " deep")
                            .at(name + PyprojectFile.place(lines, group))
                            .because(SafeText.of(group))
                            .advise("Include this group in the first one."));
            return;
        }
        if (!taken.add(group)) {
            return;
        }
        JsonNode list = find(group);
        if (list == null) {
            into.fault(PyprojectFile.unknown("dependency group", group, groups, name));
            return;
        }
        open.push(group);
        for (JsonNode element : list) {
            if (element.isTextual()) {
                into.requirement(
                        element.textValue(),
                        List.of(),
                        folder,
                        role,
                        name + PyprojectFile.place(lines, element.textValue()));
            } else if (element.size() == 1 && element.path("include-group").isTextual()) {
                take(PyprojectFile.normalised(element.path("include-group").textValue()));
            } else {
                into.fault(Fault.of("The dependency group " + SafeText.of(group) + " holds what is no dependency")
                        .at(name + PyprojectFile.place(lines, group))
                        .because("expected a string, or a table with include-group alone")
                        .advise("Correct it as PEP 735 has it."));
            }
        }
        open.pop();
    }

    private JsonNode find(String group) {
        for (String key : (Iterable<String>) groups::fieldNames) {
            if (PyprojectFile.normalised(key).equals(group)) {
                return groups.path(key);
            }
        }
        return null;
    }
}
