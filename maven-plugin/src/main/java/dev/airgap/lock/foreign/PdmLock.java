package dev.airgap.lock.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import dev.airgap.resolve.WheelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code pdm.lock} of format 4.5 and later, made with {@code inherit_metadata} as PDM does by itself. */
final class PdmLock {

    private PdmLock() {}

    static ForeignLock read(String name, JsonNode root, Path folder, Selection asked) {
        JsonNode metadata = root.path("metadata");
        String version = Nodes.text(metadata, "lock_version");
        if (!version.matches("4\\.([5-9]|[1-9][0-9])(\\..*)?")) {
            throw new IllegalArgumentException("its format is " + version + "; 4.5 is known (pdm lock)");
        }
        if (!Nodes.names(metadata, "strategy").contains("inherit-metadata")) {
            throw new IllegalArgumentException("it was made without the strategy inherit_metadata,"
                    + " so it doesn't say where a package is needed (pdm lock -S inherit_metadata)");
        }
        SortedSet<String> groups = new TreeSet<>(asked.groups());
        // An extra of the project is a group here.
        groups.addAll(asked.extras());
        Set<String> unknown = new TreeSet<>(groups);
        unknown.removeAll(Nodes.names(metadata, "groups"));
        if (!unknown.isEmpty()) {
            SortedSet<String> known = Nodes.names(metadata, "groups");
            known.remove("default");
            throw Nodes.unknown("it was not locked for ", unknown, List.of(), known);
        }
        if (asked.project()) {
            groups.add("default");
        }
        List<ForeignPackage> packages = new ArrayList<>();
        for (JsonNode table : Nodes.list(root, "package")) {
            packages.add(pack(table, folder));
        }
        return new FlatLock(name, scope(metadata), packages, groups, asked.extras(), asked.groups());
    }

    private static Scope scope(JsonNode metadata) {
        List<Specifiers> pythons = new ArrayList<>();
        for (JsonNode target : Nodes.list(metadata, "targets")) {
            pythons.add(Specifiers.parse(Nodes.optional(target, "requires_python")));
        }
        return new Scope(pythons, List.of());
    }

    private static ForeignPackage pack(JsonNode table, Path folder) {
        String name = Nodes.text(table, "name");
        try {
            List<WheelFile> wheels = new ArrayList<>();
            boolean sdist = table.has("git") || table.has("path");
            for (JsonNode file : Nodes.list(table, "files")) {
                String url = file.has("url") ? Nodes.text(file, "url") : Nodes.optional(table, "url");
                WheelFile wheel =
                        Nodes.wheel(Nodes.optional(file, "file"), url, Nodes.optional(file, "hash"), -1, folder);
                if (wheel == null) {
                    sdist = true;
                } else {
                    wheels.add(wheel);
                }
            }
            List<Need> needs = new ArrayList<>();
            for (JsonNode need : Nodes.list(table, "dependencies")) {
                Requirement requirement = Requirement.parse(need.asText());
                needs.add(new Need(requirement.name(), "", "", requirement.extras(), requirement.marker()));
            }
            Map<String, List<Need>> extras = new HashMap<>();
            Nodes.names(table, "extras").forEach(extra -> extras.put(extra, List.of()));
            return new ForeignPackage(
                    PackageName.of(name),
                    Version.parse(Nodes.text(table, "version")),
                    "",
                    false,
                    Nodes.names(table, "groups"),
                    Nodes.marker(Nodes.optional(table, "marker")),
                    List.of(Specifiers.parse(Nodes.optional(table, "requires_python"))),
                    wheels,
                    sdist,
                    needs,
                    extras);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("package " + name + ": " + e.getMessage(), e);
        }
    }
}
