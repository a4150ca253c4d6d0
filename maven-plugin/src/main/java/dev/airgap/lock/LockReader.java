package dev.airgap.lock;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads a lock and trusts nothing in it: a person or a merge may have changed it. */
final class LockReader {

    static final String AGAIN =
            "Restore it from version control, after a merge either side of it, and run airgap:lock; or delete it, and"
                    + " airgap:lock chooses everything anew.";

    private final String name;
    private final List<String> every = new ArrayList<>();

    private LockReader(String name) {
        this.name = name;
    }

    /**
     * Reads a lock's text.
     *
     * @param name the file's name, for people
     * @throws FaultException with file and line, and what to do
     */
    static Lock read(String text, String name) {
        LockReader reader = new LockReader(name);
        try {
            return reader.lock(TomlReader.read(text));
        } catch (TomlFault fault) {
            throw reader.refused(fault);
        }
    }

    private FaultException refused(TomlFault fault) {
        return new FaultException(
                new Fault("The lock can't be read", name + ':' + fault.line, fault.getMessage(), AGAIN), fault);
    }

    private Lock lock(TomlTable root) {
        long version = root.number("version");
        if (version != LockWriter.VERSION) {
            throw new FaultException(new Fault(
                    "The lock has another format than this plugin reads",
                    name,
                    "expected version " + LockWriter.VERSION + ", found " + version,
                    version > LockWriter.VERSION
                            ? "Use the newer airgap-maven-plugin that wrote it, or delete the lock and run airgap:lock."
                            : AGAIN));
        }
        String digest = root.string("inputs-digest");
        List<LockedTarget> targets = new ArrayList<>();
        for (TomlTable table : root.tables("targets")) {
            targets.add(made(table, () -> target(table)));
            every.add(targets.get(targets.size() - 1).id());
        }
        List<LockedFile> files = new ArrayList<>();
        for (TomlTable table : root.tables("files")) {
            files.add(made(table, () -> file(table)));
        }
        Inputs inputs = inputs(root);
        if (!inputs.digest().equals(digest)) {
            throw new TomlFault(1, "inputs-digest doesn't belong to the [inputs] that stand below it");
        }
        List<LockedPackage> packages = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (TomlTable table : root.tables("package")) {
            packages.add(made(table, () -> locked(table)));
            lines.add(table.line);
        }
        List<LockedModel> models = new ArrayList<>();
        for (TomlTable table : root.tables("model")) {
            models.add(made(table, () -> model(table)));
        }
        root.end();
        closure(packages, lines);
        return made(root, () -> new Lock(inputs, targets, packages, models, files));
    }

    /** Makes a record and gives what its rules refuse the line of its table. */
    private static <T> T made(TomlTable table, Supplier<T> maker) {
        try {
            T made = maker.get();
            table.end();
            return made;
        } catch (IllegalArgumentException e) {
            throw new TomlFault(table.line, e.getMessage());
        }
    }

    private static LockedTarget target(TomlTable table) {
        return new LockedTarget(
                table.string("id"), table.string("python"), table.string("platform"), table.string("digest"));
    }

    private static LockedFile file(TomlTable table) {
        return new LockedFile(
                table.string("source", ""),
                url(table),
                table.string("path"),
                table.number("size"),
                table.string("sha256"));
    }

    private static Inputs inputs(TomlTable root) {
        TomlTable table = root.table("inputs");
        SortedMap<String, List<String>> entries = new TreeMap<>();
        for (String key : List.copyOf(table.entries.keySet())) {
            entries.put(
                    key,
                    table.entries.get(key).value() instanceof String ? List.of(table.string(key)) : table.strings(key));
        }
        return made(table, () -> new Inputs(entries));
    }

    private LockedPackage locked(TomlTable table) {
        List<LockedWheel> wheels = new ArrayList<>();
        Set<String> own = new HashSet<>();
        for (TomlTable line : table.tables("wheels")) {
            wheels.add(made(line, () -> wheel(line)));
            own.addAll(wheels.get(wheels.size() - 1).targets());
        }
        SortedMap<String, List<String>> dependencies = new TreeMap<>();
        TomlValue needed = table.entries.get("dependencies");
        if (needed != null && needed.value() instanceof TomlTable parted) {
            table.entries.remove("dependencies");
            for (String target : List.copyOf(parted.entries.keySet())) {
                dependencies.put(target, parted.strings(target));
            }
        } else {
            List<String> names = table.strings("dependencies");
            own.forEach(target -> dependencies.put(target, names));
        }
        return new LockedPackage(
                table.string("name"),
                table.string("version"),
                table.string("index"),
                table.strings("extras"),
                wheels,
                dependencies);
    }

    private LockedWheel wheel(TomlTable line) {
        List<String> targets = line.entries.containsKey("targets") ? line.strings("targets") : every;
        return new LockedWheel(line.string("file"), url(line), line.number("size"), line.string("sha256"), targets);
    }

    private static LockedModel model(TomlTable table) {
        List<LockedModel.ModelFile> files = new ArrayList<>();
        for (TomlTable line : table.tables("files")) {
            files.add(made(
                    line,
                    () -> new LockedModel.ModelFile(
                            line.string("path"), line.number("size"), line.string("oid"), line.string("sha256"))));
        }
        return new LockedModel(
                table.string("hub"),
                table.string("repo"),
                table.string("type"),
                table.string("revision"),
                table.string("commit"),
                files);
    }

    /** Sees that each dependency is locked for its target: a hand that took a package out would break the closed side. */
    private static void closure(List<LockedPackage> packages, List<Integer> lines) {
        Set<String> locked = new HashSet<>();
        for (LockedPackage one : packages) {
            one.dependencies().keySet().forEach(target -> locked.add(one.name() + ' ' + target));
        }
        for (int i = 0; i < packages.size(); i++) {
            for (Map.Entry<String, List<String>> entry :
                    packages.get(i).dependencies().entrySet()) {
                for (String needed : entry.getValue()) {
                    if (!locked.contains(needed + ' ' + entry.getKey())) {
                        throw new TomlFault(
                                lines.get(i),
                                packages.get(i).name() + " needs " + needed + " on " + entry.getKey()
                                        + ", which isn't locked");
                    }
                }
            }
        }
    }

    private static URI url(TomlTable table) {
        String url = table.string("url");
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            // The message of the cause repeats the address, which may carry a password.
            throw new IllegalArgumentException("the address can't be read: " + e.getReason(), e);
        }
    }
}
