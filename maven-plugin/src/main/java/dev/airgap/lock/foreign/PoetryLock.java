package dev.airgap.lock.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.airgap.python.Marker;
import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import dev.airgap.resolve.WheelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code poetry.lock} of format 2.1 and later, which says of each package in which groups and where it is needed. */
final class PoetryLock {

    private PoetryLock() {}

    static ForeignLock read(String name, JsonNode root, Path folder, Selection asked) {
        JsonNode metadata = root.path("metadata");
        String version = Nodes.text(metadata, "lock-version");
        if (!version.matches("2\\.[1-9][0-9]*")) {
            throw new IllegalArgumentException("its format is " + version
                    + ", which doesn't say where a package is needed; Poetry 2 writes 2.1 (poetry lock)");
        }
        SortedSet<String> groups = new TreeSet<>(asked.groups());
        if (asked.project()) {
            groups.add("main");
        }
        Set<String> known = new TreeSet<>();
        List<ForeignPackage> packages = new ArrayList<>();
        for (JsonNode table : Nodes.list(root, "package")) {
            packages.add(pack(table, folder, groups));
            known.addAll(Nodes.names(table, "groups"));
        }
        Set<String> unknown = new TreeSet<>(asked.groups());
        unknown.removeAll(known);
        for (String extra : asked.extras()) {
            if (!root.path("extras").has(extra)) {
                unknown.add(extra);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("its project has no " + String.join(", ", unknown));
        }
        Scope scope = new Scope(python(Nodes.optional(metadata, "python-versions")), List.of());
        return new FlatLock(name, scope, packages, groups, asked.extras(), asked.groups());
    }

    private static ForeignPackage pack(JsonNode table, Path folder, Set<String> asked) {
        String name = Nodes.text(table, "name");
        try {
            JsonNode source = table.path("source");
            String type = Nodes.optional(source, "type");
            boolean indexed = type.isEmpty() || type.equals("legacy");
            List<WheelFile> wheels = new ArrayList<>();
            boolean sdist = type.equals("git") || type.equals("directory");
            for (JsonNode file : Nodes.list(table, "files")) {
                String url = indexed ? "" : Nodes.optional(source, "url");
                WheelFile wheel = Nodes.wheel(Nodes.text(file, "file"), url, Nodes.optional(file, "hash"), -1, folder);
                if (wheel == null) {
                    sdist = true;
                } else {
                    wheels.add(wheel);
                }
            }
            List<Need> needs = new ArrayList<>();
            table.path("dependencies").fieldNames().forEachRemaining(need -> needs.add(need(need)));
            return new ForeignPackage(
                    PackageName.of(name),
                    Version.parse(Nodes.text(table, "version")),
                    source.toString(),
                    false,
                    Nodes.names(table, "groups"),
                    marker(table.path("markers"), asked),
                    wheels,
                    sdist,
                    needs,
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("package " + name + ": " + e.getMessage(), e);
        }
    }

    /** What a package needs on a target is what stands there of it: its own conditions are in those packages' markers. */
    private static Need need(String name) {
        return new Need(PackageName.of(name), "", "", new TreeSet<>(), Marker.ALWAYS);
    }

    /** Markers are one text, or one for each group; where one of the groups is needed everywhere, so is the package. */
    private static Marker marker(JsonNode markers, Set<String> asked) {
        if (!markers.isObject()) {
            return Nodes.marker(markers.asText(""));
        }
        List<String> any = new ArrayList<>();
        for (String group : asked) {
            String text = markers.path(group).asText("");
            if (!text.isEmpty()) {
                any.add("(" + text + ")");
            }
        }
        return Nodes.marker(String.join(" or ", any));
    }

    /** Poetry writes Pythons as {@code ^3.11} or {@code >=3.11,<4.0}; what isn't PEP 440 is not judged. */
    private static Specifiers python(String text) {
        try {
            return Specifiers.parse(text.equals("*") ? "" : text);
        } catch (IllegalArgumentException e) {
            return Specifiers.ANY;
        }
    }
}
