package dev.airgap.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.airgap.fault.Fault;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the dependencies of a project's {@code pyproject.toml} (PEP 621), and those of its extras that are asked for. */
final class PyprojectFile implements RequirementSource {

    private final Findings into;

    PyprojectFile(Findings into) {
        this.into = into;
    }

    @Override
    public void read(Path file, SortedSet<String> extras, boolean constraint) throws IOException {
        String name = into.show(file);
        String text;
        JsonNode project;
        try {
            text = FileText.of(Files.readAllBytes(file));
            project = new TomlMapper().readTree(text).path("project");
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
        if (!project.isObject()) {
            into.fault(new Fault(
                    "The file has no [project] table to take dependencies from",
                    name,
                    "",
                    "Export them: uv export, poetry export or pdm export write a requirements.txt."));
        } else {
            new Project(file.getParent(), name, text.lines().toList(), project, constraint).take(extras);
        }
    }

    /** Holds the file that is being read. */
    private final class Project {

        private final Path folder;
        private final String name;
        private final List<String> lines;
        private final JsonNode project;
        private final boolean constraint;
        private final Set<String> taken = new HashSet<>();

        Project(Path folder, String name, List<String> lines, JsonNode project, boolean constraint) {
            this.folder = folder;
            this.name = name;
            this.lines = lines;
            this.project = project;
            this.constraint = constraint;
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
            list(project.path("dependencies"), "dependencies");
            extras.forEach(this::extra);
        }

        private void extra(String extra) {
            if (!taken.add(extra)) {
                return;
            }
            JsonNode all = project.path("optional-dependencies");
            for (String key : (Iterable<String>) all::fieldNames) {
                if (normalised(key).equals(extra)) {
                    list(all.path(key), key);
                    return;
                }
            }
            into.fault(Fault.of("The project has no extra " + SafeText.of(extra))
                    .at(name)
                    .because("it has " + String.join(", ", (Iterable<String>) all::fieldNames)));
        }

        private void list(JsonNode dependencies, String key) {
            for (JsonNode dependency : dependencies) {
                if (dependency.isTextual()) {
                    dependency(dependency.textValue());
                } else {
                    into.fault(Fault.of(key + " must be a list of strings").at(name + place(key)));
                }
            }
        }

        private void dependency(String text) {
            // A project's extra may name others of its extras as project[other].
            SortedSet<String> own = own(text);
            if (own.isEmpty()) {
                into.requirement(text, List.of(), folder, constraint, name + place(text));
            } else {
                own.forEach(this::extra);
            }
        }

        private SortedSet<String> own(String text) {
            String project = this.project.path("name").asText("");
            if (project.isEmpty() || text.indexOf('[') < 0) {
                return NO_EXTRAS;
            }
            try {
                Requirement requirement = Requirement.parse(text);
                return requirement.name().value().equals(normalised(project)) ? requirement.extras() : NO_EXTRAS;
            } catch (IllegalArgumentException e) {
                // The collector tells it, with the place.
                return NO_EXTRAS;
            }
        }

        private String place(String words) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(words)) {
                    return ":" + (i + 1);
                }
            }
            return "";
        }
    }

    private static String normalised(String name) {
        try {
            return PackageName.of(name).value();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    /** Normalises the extras that were asked for. */
    static SortedSet<String> normalised(List<String> extras) {
        SortedSet<String> names = new TreeSet<>();
        extras.forEach(extra -> names.add(normalised(extra)));
        return names;
    }
}
