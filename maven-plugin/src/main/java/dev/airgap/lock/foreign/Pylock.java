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

/** Reads {@code pylock.toml} (PEP 751). */
final class Pylock {

    private Pylock() {}

    static ForeignLock read(String name, JsonNode root, Path folder, Selection asked) {
        String version = Nodes.text(root, "lock-version");
        if (!version.startsWith("1.")) {
            throw new IllegalArgumentException("its lock-version is " + version + "; 1.0 is known");
        }
        if (!asked.project()) {
            throw new IllegalArgumentException("a pylock.toml has no group of its own; name extras, or the whole");
        }
        Set<String> unknown = new TreeSet<>(asked.extras());
        unknown.removeAll(Nodes.names(root, "extras"));
        Set<String> unknownGroups = new TreeSet<>(asked.groups());
        unknownGroups.removeAll(Nodes.names(root, "dependency-groups"));
        unknown.addAll(unknownGroups);
        if (!unknown.isEmpty()) {
            throw Nodes.unknown(
                    "it was not locked for ",
                    unknown,
                    Nodes.names(root, "extras"),
                    Nodes.names(root, "dependency-groups"));
        }
        SortedSet<String> groups = new TreeSet<>(asked.groups());
        groups.addAll(Nodes.names(root, "default-groups"));
        List<ForeignPackage> packages = new ArrayList<>();
        for (JsonNode table : Nodes.list(root, "packages")) {
            packages.add(pack(table, folder));
        }
        Scope scope = new Scope(
                List.of(Specifiers.parse(Nodes.optional(root, "requires-python"))),
                Nodes.markers(root, "environments"));
        return new FlatLock(name, scope, packages, Set.of(), asked.extras(), groups);
    }

    private static ForeignPackage pack(JsonNode table, Path folder) {
        String name = Nodes.text(table, "name");
        try {
            List<WheelFile> wheels = new ArrayList<>();
            for (JsonNode wheel : Nodes.list(table, "wheels")) {
                add(wheel, folder, wheels);
            }
            if (table.has("archive")) {
                add(table.path("archive"), folder, wheels);
            }
            boolean built = wheels.isEmpty();
            List<Need> needs = new ArrayList<>();
            for (JsonNode need : Nodes.list(table, "dependencies")) {
                needs.add(new Need(PackageName.of(Nodes.text(need, "name")), "", "", new TreeSet<>(), Marker.ALWAYS));
            }
            String version = Nodes.optional(table, "version");
            return new ForeignPackage(
                    PackageName.of(name),
                    version.isEmpty() ? null : Version.parse(version),
                    Nodes.optional(table, "index"),
                    // The project itself, and others of the user's own.
                    table.has("directory"),
                    new TreeSet<>(),
                    Nodes.marker(Nodes.optional(table, "marker")),
                    List.of(Specifiers.parse(Nodes.optional(table, "requires-python"))),
                    wheels,
                    built,
                    needs,
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("package " + name + ": " + e.getMessage(), e);
        }
    }

    private static void add(JsonNode file, Path folder, List<WheelFile> wheels) {
        String url = file.has("path") ? Nodes.text(file, "path") : Nodes.optional(file, "url");
        JsonNode hashes = file.path("hashes");
        String sha256 = Nodes.optional(hashes, "sha256");
        if (sha256.isEmpty() && !hashes.isEmpty()) {
            throw new IllegalArgumentException("a file has hashes, and no sha256 among them, as indexes give it");
        }
        WheelFile wheel = Nodes.wheel(
                Nodes.optional(file, "name"),
                url,
                sha256.isEmpty() ? "" : "sha256:" + sha256,
                file.path("size").asLong(-1),
                folder);
        if (wheel != null) {
            wheels.add(wheel);
        }
    }
}
