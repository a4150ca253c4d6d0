package dev.airgap.input;

import dev.airgap.fault.Fault;
import dev.airgap.input.OptionWords.Given;
import dev.airgap.lock.foreign.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads requirements files as pip does, and is stricter where pip drops words in silence. */
final class RequirementsFile implements RequirementSource {

    /** Far more than people write, and far less than a stack holds. */
    static final int DEEPEST = 200;

    /** More than these are one mistake, that of naming the file. */
    private static final int MOST_FAULTS = 20;

    private final Findings into;

    /** The files being read, each with the place that named it. */
    private final Map<Path, String> open = new LinkedHashMap<>();

    RequirementsFile(Findings into) {
        this.into = into;
    }

    @Override
    public void read(Path file, Selection selection, Role role) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        String name = into.show(path);
        String text;
        try {
            text = FileText.of(Files.readAllBytes(path));
        } catch (IllegalArgumentException e) {
            into.fault(new Fault(
                    "The requirements file can't be read",
                    name,
                    e.getMessage(),
                    "Save it as UTF-8, or name its encoding on its first line: # -*- coding: latin-1 -*-"));
            return;
        }
        open.put(path, name);
        List<LogicalLine> lines = LogicalLine.of(text);
        int before = into.faults().size();
        for (LogicalLine line : lines) {
            line(path, line, role, name + ':' + line.number());
            if (into.faults().size() - before >= MOST_FAULTS) {
                into.fault(new Fault(
                        "So many lines are no requirements that the rest isn't looked at",
                        name,
                        "reading stopped at line " + line.number(),
                        "See that it is a requirements file; another tool's lock is known by its name: uv.lock,"
                                + " poetry.lock, pdm.lock, pylock.toml or pylock.NAME.toml."));
                break;
            }
        }
        open.remove(path);
    }

    private void line(Path file, LogicalLine line, Role role, String where) throws IOException {
        String text = line.expanded(into.environment());
        int start = OptionWords.start(text);
        String requirement = LogicalLine.strip(text.substring(0, start));
        List<Given> options;
        List<Given> written;
        try {
            options = OptionWords.read(text.substring(start));
            written = options(line.text());
        } catch (IllegalArgumentException e) {
            into.fault(new Fault(
                    "The line can't be read: " + SafeText.of(line.text()),
                    where,
                    e.getMessage(),
                    "Put each option on a line of its own, in pip's spelling."));
            return;
        }
        if (requirement.isEmpty()) {
            if (options.size() > 1 && options.stream().anyMatch(RequirementsFile::isNested)) {
                into.fault(new Fault(
                        "A line that names another file holds more, which pip would drop",
                        where,
                        SafeText.of(line.text()),
                        "Put each option on a line of its own."));
                return;
            }
            for (int i = 0; i < options.size(); i++) {
                // A variable may hold several words; then what is written can't be told apart.
                Given asWritten = written.size() == options.size() ? written.get(i) : options.get(i);
                option(file, options.get(i), asWritten.value(), role, where);
            }
        } else {
            String asWritten = LogicalLine.strip(line.text().substring(0, OptionWords.start(line.text())));
            requirement(file, requirement, asWritten, options, role, where);
        }
    }

    private static boolean isNested(Given option) {
        return option.name().equals("--requirement") || option.name().equals("--constraint");
    }

    /** Reads the options of a line without its variables put in; none where they can't be read so. */
    private static List<Given> options(String text) {
        try {
            return OptionWords.read(text.substring(OptionWords.start(text)));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private void requirement(Path file, String text, String written, List<Given> options, Role role, String where) {
        List<String> hashes = new ArrayList<>();
        for (Given option : options) {
            if (option.name().equals("--hash")) {
                if (!isHash(option.value())) {
                    into.fault(new Fault(
                            "The hash can't be read: " + SafeText.of(option.value()),
                            where,
                            "expected sha256:, sha384: or sha512: and hex digits",
                            "Take the hash from the index's page, or from pip hash FILE."));
                }
                hashes.add(option.value().toLowerCase(Locale.ROOT));
            } else if (!option.name().equals("--config-settings")) {
                into.fault(new Fault(
                        option.name() + " stands behind a requirement, where pip would drop it",
                        where,
                        SafeText.of(written),
                        "Put it on a line of its own."));
            }
        }
        into.requirement(text, written, List.copyOf(hashes), file.getParent(), role, where);
    }

    private void option(Path file, Given option, String written, Role role, String where) throws IOException {
        List<String> unset = LogicalLine.variables(option.value());
        if (!unset.isEmpty()) {
            into.fault(unset(unset.get(0), option.name(), where));
            return;
        }
        switch (option.name()) {
            case "--requirement" ->
                nested(file, option.value(), role == Role.OVERRIDE ? role : Role.REQUIREMENT, where);
            case "--constraint" -> nested(file, option.value(), Role.CONSTRAINT, where);
            case "--editable" ->
                into.fault(new Fault(
                        "An editable requirement can't go into a bundle",
                        where,
                        SafeText.of(option.value()),
                        "Build a wheel of it (pip wheel --no-deps), serve it from a folder that an <index> names, and"
                                + " require it as name==version."));
            case "--hash" ->
                into.fault(new Fault(
                        "A --hash stands without its requirement",
                        where,
                        "",
                        "End the line before it with a backslash, so that both are one line."));
            case "--find-links" -> into.option(option.name(), place(file, option.value()), written, where);
            case "--no-binary" -> noBinary(option, where);
            case "--trusted-host" ->
                into.note("--trusted-host has no effect: name the CA, or allow plain http in the POM", where);
            case "--use-feature", "--config-settings", "--prefer-binary" ->
                into.note(option.name() + " has no effect here", where);
            case "--only-binary" -> {
                // Wheels alone are taken, whatever it names.
            }
            default -> into.option(option.name(), option.value(), written, where);
        }
    }

    static Fault unset(String variable, String what, String where) {
        return Fault.of("The variable " + variable + " that " + what + " names isn't set")
                .at(where)
                .advise("Set it in the environment, or write the value.");
    }

    private void noBinary(Given option, String where) {
        if (option.value().equals(":none:")) {
            into.note("--no-binary :none: has no effect", where);
        } else {
            into.fault(new Fault(
                    "--no-binary asks for a build, and a bundle is made of wheels",
                    where,
                    SafeText.of(option.value()),
                    "Take the line out, or build the wheel and serve it from an <index>."));
        }
    }

    private void nested(Path file, String name, Role role, String where) throws IOException {
        if (!RequirementText.scheme(name).isEmpty()) {
            into.fault(new Fault(
                    "A requirements file is read from the file system alone",
                    where,
                    SafeText.of(name),
                    "Download it and name the copy."));
            return;
        }
        if (open.size() >= DEEPEST) {
            into.fault(Fault.of("The requirements files name each other more than " + DEEPEST + " deep")
                    .at(where)
                    .because(SafeText.of(name))
                    .advise("Name this file on a line of the first one."));
            return;
        }
        Path path = resolved(file, name);
        String before = path == null ? null : open.get(path);
        if (before != null) {
            into.fault(new Fault(
                    "The requirements files name each other in a circle",
                    where,
                    String.join(" -> ", open.keySet().stream().map(into::show).toList()) + " -> " + into.show(path),
                    "Take one of the lines out."));
        } else if (path == null || !Files.isRegularFile(path)) {
            into.fault(new Fault(
                    "There is no file " + SafeText.of(name),
                    where,
                    path == null ? "" : "looked for " + path,
                    "A path is relative to the file that names it."));
        } else {
            read(path, WHOLE, role);
        }
    }

    /** A folder beside the file is meant where there is one; else the value may be an address, or a place elsewhere. */
    private static String place(Path file, String value) {
        Path path = RequirementText.scheme(value).isEmpty() ? resolved(file, value) : null;
        return path != null && Files.exists(path) ? path.toString() : value;
    }

    private static Path resolved(Path file, String name) {
        try {
            return file.resolveSibling(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean isHash(String value) {
        int colon = value.indexOf(':');
        int digits = switch (value.substring(0, Math.max(colon, 0))) {
            case "sha256" -> 64;
            case "sha384" -> 96;
            case "sha512" -> 128;
            default -> -1;
        };
        return value.length() - colon - 1 == digits
                && value.chars().skip(colon + 1L).allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
