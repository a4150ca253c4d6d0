package dev.airgap.lock;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a lock and trusts nothing in it: a person or a merge may have changed it. */
final class LockReader {

    private static final String MERGE =
            "Take either side of it whole (git checkout --ours airgap.lock, or --theirs), and run airgap:lock: that keeps"
                    + " the pins of this side wherever they still fit.";

    static final String AGAIN =
            "Restore it from version control (git checkout airgap.lock), or delete it and run airgap:lock, which chooses"
                    + " every version anew.";

    private final String name;
    private final List<String> every = new ArrayList<>();

    /** The line of the table that a record is being made of; what the record's rules refuse is told to be there. */
    private int at = 1;

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
            throw reader.refused(fault.line, fault);
        } catch (IllegalArgumentException e) {
            throw reader.refused(reader.at, e);
        }
    }

    private FaultException refused(int line, RuntimeException fault) {
        String message = fault.getMessage();
        String next = (message.equals(TomlScanner.CONFLICT) ? MERGE : AGAIN).replace("airgap.lock", name);
        return new FaultException(new Fault("The lock can't be read", name + ':' + line, message, next), fault);
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
            targets.add(target(table));
            every.add(targets.get(targets.size() - 1).id());
        }
        List<LockedFile> files = new ArrayList<>();
        for (TomlTable table : root.tables("files")) {
            files.add(file(table));
        }
        Inputs inputs = inputs(root);
        if (!inputs.digest().equals(digest)) {
            throw new TomlFault(1, "inputs-digest doesn't belong to the [inputs] that stand below it");
        }
        SortedMap<String, String> periods = new TreeMap<>();
        TomlTable newer = root.table("exclude-newer");
        for (String period : List.copyOf(newer.entries.keySet())) {
            at = newer.entries.get(period).line();
            periods.put(period, Rules.instant(newer.string(period)));
        }
        SortedMap<String, String> parted = new TreeMap<>();
        TomlTable reasons = root.table("parted");
        at = reasons.line;
        for (String name : List.copyOf(reasons.entries.keySet())) {
            parted.put(name, reasons.string(name));
        }
        List<LockedPackage> packages = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (TomlTable table : root.tables("package")) {
            packages.add(locked(table));
            lines.add(table.line);
        }
        List<LockedModel> models = new ArrayList<>();
        for (TomlTable table : root.tables("model")) {
            models.add(model(table));
        }
        root.end();
        closure(packages, lines);
        at = 1;
        return new Lock(inputs, targets, packages, models, files, periods, parted);
    }

    private LockedTarget target(TomlTable table) {
        at = table.line;
        LockedTarget target = new LockedTarget(
                table.string("id"), table.string("python"), table.string("platform"), table.string("digest"));
        table.end();
        return target;
    }

    private LockedFile file(TomlTable table) {
        at = table.line;
        LockedFile file = new LockedFile(
                table.string("source", ""),
                url(table),
                table.string("path"),
                table.number("size"),
                table.string("sha256"),
                strip(table));
        table.end();
        return file;
    }

    private static OptionalInt strip(TomlTable table) {
        if (!table.flag("unpack")) {
            return OptionalInt.empty();
        }
        long strip = table.entries.containsKey("strip") ? table.number("strip") : 0;
        return OptionalInt.of((int) Math.max(-1, Math.min(strip, Integer.MAX_VALUE)));
    }

    private Inputs inputs(TomlTable root) {
        TomlTable table = root.table("inputs");
        at = table.line;
        SortedMap<String, List<String>> entries = new TreeMap<>();
        for (String key : List.copyOf(table.entries.keySet())) {
            boolean alone = table.entries.get(key).value() instanceof String;
            entries.put(key, alone ? List.of(table.string(key)) : table.strings(key));
        }
        return new Inputs(entries);
    }

    private LockedPackage locked(TomlTable table) {
        List<LockedWheel> wheels = new ArrayList<>();
        Set<String> own = new HashSet<>();
        for (TomlTable line : table.tables("wheels")) {
            LockedWheel wheel = wheel(line);
            wheels.add(wheel);
            own.addAll(wheel.targets());
        }
        at = table.line;
        SortedMap<String, List<String>> dependencies = new TreeMap<>();
        TomlValue needed = table.entries.get("dependencies");
        if (needed != null && needed.value() instanceof TomlTable parted) {
            table.entries.remove("dependencies");
            for (String target : List.copyOf(parted.entries.keySet())) {
                dependencies.put(target, parted.strings(target));
            }
        } else {
            List<String> names = table.strings("dependencies");
            for (String target : own) {
                dependencies.put(target, names);
            }
        }
        LockedPackage locked = new LockedPackage(
                table.string("name"),
                table.string("version"),
                table.string("index"),
                table.strings("extras"),
                wheels,
                dependencies);
        table.end();
        return locked;
    }

    private LockedWheel wheel(TomlTable line) {
        at = line.line;
        List<String> targets = line.entries.containsKey("targets") ? line.strings("targets") : every;
        LockedWheel wheel = new LockedWheel(
                line.string("file"),
                url(line),
                line.number("size"),
                line.string("sha256"),
                line.string("index", ""),
                targets);
        line.end();
        return wheel;
    }

    private LockedModel model(TomlTable table) {
        List<LockedModel.ModelFile> files = new ArrayList<>();
        for (TomlTable line : table.tables("files")) {
            at = line.line;
            files.add(new LockedModel.ModelFile(
                    line.string("path"), line.number("size"), line.string("oid"), line.string("sha256")));
            line.end();
        }
        at = table.line;
        String source = table.string("source", "");
        LockedModel model = new LockedModel(
                source.isEmpty() ? table.string("hub") : "",
                table.string("repo"),
                table.string("type"),
                table.string("revision"),
                table.string("commit"),
                files,
                source,
                layout(table),
                table.strings("needed-by"));
        table.end();
        return model;
    }

    private static ModelLayout layout(TomlTable table) {
        List<String> words = table.strings("layout");
        for (String word : words) {
            if (!word.equals(ModelLayout.HUB_WORD) && !word.equals(ModelLayout.FLAT_WORD)) {
                throw new IllegalArgumentException(
                        "a model's layout must be hub or flat, but is " + Rules.quoted(word));
            }
        }
        if (words.isEmpty()) {
            return ModelLayout.HUB;
        }
        String path = words.contains(ModelLayout.FLAT_WORD) ? table.string("path") : "";
        return new ModelLayout(words.contains(ModelLayout.HUB_WORD), path);
    }

    /** Sees that each dependency is locked for its target: a hand that took a package out would break the closed side. */
    private static void closure(List<LockedPackage> packages, List<Integer> lines) {
        Set<String> locked = new HashSet<>();
        for (LockedPackage one : packages) {
            for (String target : one.dependencies().keySet()) {
                locked.add(one.name() + ' ' + target);
            }
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
