package dev.airgap.lock.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.airgap.python.Marker;
import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import dev.airgap.resolve.WheelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code uv.lock}, version 1: a graph that starts at the project, or at the members of a workspace. */
final class UvLock {

    private static final String GROUP = "group ";

    private final Path folder;
    private final List<ForeignPackage> packages = new ArrayList<>();

    private UvLock(Path folder) {
        this.folder = folder;
    }

    static ForeignLock read(String name, JsonNode root, Path folder, Selection asked) {
        if (root.path("version").asInt() != 1) {
            throw new IllegalArgumentException(
                    "its version is " + root.path("version").asText("missing") + "; version 1 is known");
        }
        UvLock lock = new UvLock(folder);
        for (JsonNode table : Nodes.list(root, "package")) {
            lock.packages.add(lock.pack(table));
        }
        Scope scope = new Scope(
                List.of(Specifiers.parse(Nodes.optional(root, "requires-python"))),
                Nodes.markers(root, "supported-markers"));
        Map<ForeignPackage, SortedSet<String>> roots = lock.roots(asked);
        return new GraphLock(name, scope, lock.packages, roots, words(roots.keySet(), asked));
    }

    private ForeignPackage pack(JsonNode table) {
        String name = Nodes.text(table, "name");
        try {
            JsonNode source = table.path("source");
            boolean local = source.has("virtual") || source.has("editable") || source.has("directory");
            List<WheelFile> wheels = new ArrayList<>();
            for (JsonNode wheel : Nodes.list(table, "wheels")) {
                WheelFile file = wheel(wheel, source);
                if (file != null) {
                    wheels.add(file);
                }
            }
            Map<String, List<Need>> extras = new LinkedHashMap<>();
            table.path("optional-dependencies")
                    .properties()
                    .forEach(entry -> extras.put(Nodes.normalised(entry.getKey()), needs(entry.getValue())));
            table.path("dev-dependencies")
                    .properties()
                    .forEach(entry -> extras.put(GROUP + Nodes.normalised(entry.getKey()), needs(entry.getValue())));
            String version = Nodes.optional(table, "version");
            return new ForeignPackage(
                    PackageName.of(name),
                    version.isEmpty() ? null : Version.parse(version),
                    source.toString(),
                    local,
                    new TreeSet<>(),
                    Marker.ALWAYS,
                    List.of(),
                    wheels,
                    table.has("sdist") || source.has("git"),
                    needs(table.path("dependencies")),
                    extras);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("package " + name + ": " + e.getMessage(), e);
        }
    }

    /** A registry that is a folder names its wheels relative to itself; a wheel by its own address names itself. */
    private WheelFile wheel(JsonNode wheel, JsonNode source) {
        String path = Nodes.optional(wheel, "path");
        String registry = Nodes.optional(source, "registry");
        String url = path.isEmpty() ? Nodes.optional(wheel, "url") : registry + "/" + path;
        if (url.isEmpty()) {
            url = source.has("url") ? Nodes.text(source, "url") : Nodes.optional(source, "path");
        }
        long size = wheel.path("size").asLong(-1);
        return Nodes.wheel(Nodes.optional(wheel, "filename"), url, Nodes.optional(wheel, "hash"), size, folder);
    }

    private static List<Need> needs(JsonNode list) {
        List<Need> needs = new ArrayList<>(list.size());
        for (JsonNode need : list) {
            needs.add(new Need(
                    PackageName.of(Nodes.text(need, "name")),
                    Nodes.optional(need, "version"),
                    need.has("source") ? need.path("source").toString() : "",
                    Nodes.names(need, "extra"),
                    Nodes.marker(Nodes.optional(need, "marker"))));
        }
        return needs;
    }

    private Map<ForeignPackage, SortedSet<String>> roots(Selection asked) {
        List<ForeignPackage> projects = packages.stream()
                .filter(pack -> pack.local() && pack.source().contains("\".\""))
                .toList();
        if (projects.isEmpty()) {
            projects = packages.stream().filter(ForeignPackage::local).toList();
        }
        if (projects.isEmpty()) {
            throw new IllegalArgumentException("it has no project to start from");
        }
        Map<ForeignPackage, SortedSet<String>> roots = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>();
        asked.extras().forEach(extra -> unknown.add(extra));
        asked.groups().forEach(group -> unknown.add(GROUP + group));
        for (ForeignPackage project : projects) {
            SortedSet<String> words = new TreeSet<>();
            if (asked.project()) {
                words.add("");
            }
            asked.extras().forEach(extra -> add(project, extra, words));
            asked.groups().forEach(group -> add(project, GROUP + group, words));
            roots.put(project, words);
            unknown.removeAll(words);
        }
        if (!unknown.isEmpty()) {
            SortedSet<String> extras = new TreeSet<>();
            SortedSet<String> groups = new TreeSet<>();
            for (ForeignPackage project : projects) {
                for (String word : project.extras().keySet()) {
                    if (word.startsWith(GROUP)) {
                        groups.add(word.substring(GROUP.length()));
                    } else {
                        extras.add(word);
                    }
                }
            }
            throw Nodes.unknown("its project has no ", unknown, extras, groups);
        }
        return roots;
    }

    private static void add(ForeignPackage project, String word, SortedSet<String> words) {
        if (project.extras().containsKey(word)) {
            words.add(word);
        }
    }

    /** Where extras exclude each other, uv's markers name them {@code extra-7-project-cpu}, {@code group-7-project-dev}. */
    private static Set<String> words(Set<ForeignPackage> projects, Selection asked) {
        Set<String> words = new HashSet<>();
        for (ForeignPackage project : projects) {
            String name = project.name().value();
            asked.extras().forEach(extra -> words.add("extra-" + name.length() + "-" + name + "-" + extra));
            asked.groups().forEach(group -> words.add("group-" + name.length() + "-" + name + "-" + group));
        }
        return words;
    }
}
