package dev.airgap.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.airgap.fault.Fault;
import dev.airgap.fault.Nearest;
import dev.airgap.lock.foreign.Selection;
import dev.airgap.python.Marker;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Reads the dependencies of a project's {@code pyproject.toml} (PEP 621), and those of its extras that are asked for. */
final class PyprojectFile implements RequirementSource {

    private static final List<String> DECIDED_BY_UV = List.of(
            "override-dependencies",
            "constraint-dependencies",
            "exclude-dependencies",
            "sources",
            "index",
            "environments");

    private final Findings into;

    PyprojectFile(Findings into) {
        this.into = into;
    }

    @Override
    public void read(Path file, Selection selection, Role role) throws IOException {
        String name = into.show(file);
        String text;
        JsonNode root;
        try {
            text = FileText.of(Files.readAllBytes(file));
            root = new TomlMapper().readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            into.fault(new Fault(
                    "The file is no TOML",
                    line > 0 ? name + ':' + line : name,
                    SafeText.of(e.getOriginalMessage()),
                    ""));
            return;
        } catch (IllegalArgumentException e) {
            into.fault(new Fault("The file can't be read", name, e.getMessage(), "Save it as UTF-8."));
            return;
        }
        JsonNode project = root.path("project");
        List<String> lines = text.lines().toList();
        if (!selection.groups().isEmpty()) {
            new DependencyGroups(into, file.getParent(), name, lines, root.path("dependency-groups"), role)
                    .take(selection.groups());
        }
        if (!selection.project()) {
            return;
        }
        if (!project.isObject()) {
            into.fault(
                    new Fault(
                            "The file has no [project] table to take dependencies from",
                            name,
                            "",
                            "Name the lock of the tool that the project uses (uv.lock, poetry.lock, pdm.lock), or a requirements.txt."));
        } else {
            new Project(file.getParent(), name, lines, project, role).take(selection.extras());
            noteOfUv(root.path("tool").path("uv"), name, lines);
        }
    }

    /** What uv alone reads would decide versions; in silence another set than uv's would be locked. */
    private void noteOfUv(JsonNode uv, String name, List<String> lines) {
        List<String> unread =
                DECIDED_BY_UV.stream().filter(key -> !uv.path(key).isEmpty()).toList();
        if (!unread.isEmpty()) {
            into.note(
                    "[tool.uv] has " + String.join(", ", unread)
                            + ", which uv alone reads; name uv.lock to take over what"
                            + " it decided, or say the same by <indexes>, <overrides>, <constraints> and <exclusions>",
                    name + place(lines, "[tool.uv"));
        }
    }

    /** Holds the file that is being read. */
    private final class Project {

        private final Path folder;
        private final String name;
        private final List<String> lines;
        private final JsonNode project;
        private final Role role;
        private final Set<String> taken = new HashSet<>();
        private final Deque<String> open = new ArrayDeque<>();

        Project(Path folder, String name, List<String> lines, JsonNode project, Role role) {
            this.folder = folder;
            this.name = name;
            this.lines = lines;
            this.project = project;
            this.role = role;
        }

        void take(SortedSet<String> extras) {
            for (JsonNode field : project.path("dynamic")) {
                if (field.asText().equals("dependencies")
                        || (!extras.isEmpty() && field.asText().equals("optional-dependencies"))) {
                    into.fault(new Fault(
                            "The project's " + field.asText() + " are dynamic: only a build would tell them",
                            name + place("dynamic"),
                            "",
                            "Name the requirements in a requirements.txt."));
                }
            }
            python();
            list(project.path("dependencies"), "dependencies", Marker.ALWAYS);
            extras.forEach(extra -> extra(extra, Marker.ALWAYS));
        }

        private void python() {
            String written = project.path("requires-python").asText("");
            try {
                into.requiresPython(Specifiers.parse(written), name + place("requires-python"));
            } catch (IllegalArgumentException e) {
                into.fault(Fault.of("The project's requires-python can't be read")
                        .at(name + place("requires-python"))
                        .because(SafeText.of(e.getMessage()))
                        .advise("Write it as in >=3.10."));
            }
        }

        /** @param marker what the extra is taken under */
        private void extra(String extra, Marker marker) {
            // One that is being read, or was taken under no marker, has brought all of this already.
            if (open.contains(extra)
                    || taken.contains(extra)
                    || !taken.add(marker == Marker.ALWAYS ? extra : extra + ' ' + marker)) {
                return;
            }
            JsonNode all = project.path("optional-dependencies");
            for (String key : (Iterable<String>) all::fieldNames) {
                if (normalised(key).equals(extra)) {
                    open.push(extra);
                    list(all.path(key), key, marker);
                    open.pop();
                    return;
                }
            }
            into.fault(unknown("extra", extra, all, name));
        }

        private void list(JsonNode dependencies, String key, Marker marker) {
            if (!dependencies.isMissingNode() && !dependencies.isArray()) {
                into.fault(notAList(key));
                return;
            }
            for (JsonNode dependency : dependencies) {
                if (dependency.isTextual()) {
                    dependency(dependency.textValue(), marker);
                } else {
                    into.fault(notAList(key));
                }
            }
        }

        private Fault notAList(String key) {
            return Fault.of(SafeText.of(key) + " must be a list of strings")
                    .at(name + place(key))
                    .advise("Write it as in " + SafeText.of(key) + " = [\"demo>=1\"].");
        }

        private void dependency(String text, Marker marker) {
            Requirement read = null;
            try {
                read = Requirement.parse(text);
            } catch (IllegalArgumentException e) {
                // The collector tells it, with the place.
            }
            if (read != null && isOwn(read)) {
                // A project's extra may name others of its extras as project[other], and where.
                Marker both = read.marker().and(marker);
                read.extras().forEach(extra -> extra(extra, both));
            } else {
                into.requirement(
                        read == null || marker == Marker.ALWAYS ? text : under(read, marker),
                        List.of(),
                        folder,
                        role,
                        name + place(text));
            }
        }

        private static String under(Requirement read, Marker marker) {
            return new Requirement(
                            read.name(),
                            read.extras(),
                            read.specifiers(),
                            read.url(),
                            read.marker().and(marker))
                    .toString();
        }

        private boolean isOwn(Requirement requirement) {
            String own = project.path("name").asText("");
            return !own.isEmpty()
                    && !requirement.extras().isEmpty()
                    && requirement.name().value().equals(normalised(own));
        }

        private String place(String words) {
            return PyprojectFile.place(lines, words);
        }
    }

    /** Tells that a project has no extra or group of a name, what it has, and which of them may be meant. */
    static Fault unknown(String kind, String asked, JsonNode all, String file) {
        List<String> known = new ArrayList<>();
        all.fieldNames().forEachRemaining(key -> known.add(SafeText.of(key)));
        String near = Nearest.question(asked, known);
        return Fault.of("The project has no " + kind + ' ' + SafeText.of(asked))
                .at(file)
                .because(known.isEmpty() ? "it has none" : "it has " + String.join(", ", known))
                .advise(
                        !near.isEmpty()
                                ? near
                                : known.isEmpty() ? "Take it out of what is asked for." : "Name one of these.");
    }

    /** Gives {@code :line} of the first line that holds the words; empty where none does. */
    static String place(List<String> lines, String words) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return ":" + (i + 1);
            }
        }
        return "";
    }

    /** Normalises the name of an extra or group; leaves what is none as it is. */
    static String normalised(String name) {
        try {
            return PackageName.of(name).value();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
