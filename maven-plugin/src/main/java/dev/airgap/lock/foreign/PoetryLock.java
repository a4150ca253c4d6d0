package dev.airgap.lock.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.airgap.python.Marker;
import dev.airgap.python.PackageName;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code poetry.lock} of format 2.1 and later, which says of each package in which groups and where it is needed. */
final class PoetryLock {

    private static final Pattern SHORT = Pattern.compile("([~^])\\s*(\\d{1,9}(?:\\.\\d{1,9})*)");

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
            known.remove("main");
            List<String> extras = new ArrayList<>();
            root.path("extras").fieldNames().forEachRemaining(extras::add);
            throw Nodes.unknown("its project has no ", unknown, extras, known);
        }
        Scope scope = new Scope(pythons(Nodes.optional(metadata, "python-versions")), List.of());
        return new FlatLock(name, scope, packages, groups, asked.extras(), asked.groups());
    }

    private static ForeignPackage pack(JsonNode table, Path folder, Set<String> asked) {
        String name = Nodes.text(table, "name");
        try {
            JsonNode source = table.path("source");
            String type = Nodes.optional(source, "type");
            boolean indexed = type.isEmpty() || type.equals("legacy");
            List<WheelFile> wheels = new ArrayList<>();
            boolean sdist = type.equals("git");
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
                    type.equals("directory"),
                    Nodes.names(table, "groups"),
                    marker(table.path("markers"), Nodes.names(table, "groups"), asked),
                    pythons(Nodes.optional(table, "python-versions")),
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
    private static Marker marker(JsonNode markers, Set<String> groups, Set<String> asked) {
        if (!markers.isObject()) {
            return Nodes.marker(markers.asText(""));
        }
        Map<String, String> byGroup = new HashMap<>();
        markers.properties()
                .forEach(entry -> byGroup.put(
                        Nodes.normalised(entry.getKey()), entry.getValue().asText("")));
        List<String> any = new ArrayList<>();
        for (String group : groups) {
            String text = byGroup.getOrDefault(group, "");
            if (asked.contains(group) && text.isBlank()) {
                // Poetry leaves a marker out that always holds.
                return Marker.ALWAYS;
            } else if (asked.contains(group)) {
                any.add("(" + text + ")");
            }
        }
        return Nodes.marker(String.join(" or ", any));
    }

    /**
     * Reads Poetry's own words for Pythons beside PEP 440's: a caret keeps the first number that isn't zero, a tilde the
     * minor one; {@code ||} joins alternatives, of which one will do.
     */
    static List<Specifiers> pythons(String text) {
        List<Specifiers> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|\\|?", -1)) {
            List<String> parts = new ArrayList<>();
            for (String part : alternative.split("[,\\s]+(?=[<>=!~^*\\d])", -1)) {
                parts.add(part(part.strip()));
            }
            alternatives.add(Specifiers.parse(String.join(",", parts)));
        }
        return alternatives;
    }

    private static String part(String part) {
        if (part.isEmpty() || part.equals("*")) {
            return "";
        }
        Matcher shorthand = SHORT.matcher(part);
        if (!shorthand.matches()) {
            return Character.isDigit(part.charAt(0)) ? "==" + part : part;
        }
        String version = shorthand.group(2);
        List<String> numbers = List.of(version.split("\\.", -1));
        int kept = 0;
        if (shorthand.group(1).equals("~")) {
            kept = Math.min(1, numbers.size() - 1);
        } else {
            while (kept < numbers.size() - 1 && numbers.get(kept).equals("0")) {
                kept++;
            }
        }
        long next = Long.parseLong(numbers.get(kept)) + 1;
        List<String> below = new ArrayList<>(numbers.subList(0, kept));
        below.add(Long.toString(next));
        return ">=" + version + ",<" + String.join(".", below);
    }
}
