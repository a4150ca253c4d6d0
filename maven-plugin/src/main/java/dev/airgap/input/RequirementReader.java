package dev.airgap.input;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.Nearest;
import dev.airgap.lock.foreign.ForeignFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads requirements, constraints, overrides and exclusions as users give them; the front door of this package. */
public final class RequirementReader {

    private final Path base;
    private final Map<String, String> environment;

    /**
     * Makes a reader.
     *
     * @param base the folder that paths are relative to
     * @param environment the variables that files may name as {@code ${NAME}}
     */
    public RequirementReader(Path base, Map<String, String> environment) {
        this.base = base.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads all of it.
     *
     * @throws FaultException with every fault that was found, each with its file and line
     * @throws IOException where a file that is there can't be read
     */
    public Asked read(List<Word> requirements, List<Word> constraints, List<Word> overrides, List<Word> exclusions)
            throws IOException {
        Collector into = new Collector(base, environment);
        for (Word word : requirements) {
            word(word, Role.REQUIREMENT, into);
        }
        for (Word word : constraints) {
            word(word, Role.CONSTRAINT, into);
        }
        for (Word word : overrides) {
            word(word, Role.OVERRIDE, into);
        }
        if (!exclusions.isEmpty()) {
            into.open("exclusions");
            exclusions.forEach(into::exclusion);
        }
        into.requireOneKind();
        into.requireExclusionsApart();
        if (!into.faults().isEmpty()) {
            throw new FaultException(into.faults());
        }
        return into.asked();
    }

    private void word(Word word, Role role, Collector into) throws IOException {
        RequirementArgument argument = RequirementArgument.of(word.text(), base);
        String kind = role.plural;
        if (!argument.isFile()) {
            into.open(kind);
            into.requirement(argument.text(), List.of(), base, role, word.where());
        } else if (UnreadFile.advice(argument.file().getFileName().toString()).isPresent()) {
            String name = argument.file().getFileName().toString();
            into.fault(new Fault(
                    name + " is none of the files that are read here",
                    word.where(),
                    "Known are requirements files, pyproject.toml, wheels, and the locks of uv, Poetry and pdm and pylock.toml.",
                    UnreadFile.advice(name).orElseThrow()));
        } else if (argument.isWheel() && Files.isRegularFile(argument.file())) {
            into.open(kind);
            into.requirement(word.text().strip(), List.of(), base, role, word.where());
        } else if (Files.isRegularFile(argument.file())) {
            into.open(kind + ' ' + word.text().strip());
            source(argument.file(), into).read(argument.file(), argument.selection(), role);
        } else if (Files.isDirectory(argument.file())) {
            into.open(kind);
            folder(argument.file(), word, role, into);
        } else {
            into.fault(new Fault(
                    "There is no file " + SafeText.of(argument.text()),
                    word.where(),
                    "looked for " + argument.file(),
                    near(argument.file()) + "What ends like a file or holds a slash is taken for a file;"
                            + " write a requirement as name==version."));
        }
    }

    /** Asks for the file of a similar name beside a missing one. */
    private static String near(Path missing) throws IOException {
        Path folder = missing.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> SafeText.of(file.getFileName().toString()))
                    .toList();
            String question = Nearest.question(missing.getFileName().toString(), names);
            return question.isEmpty() ? "" : question + " ";
        }
    }

    /** Takes every wheel of a folder, as a build's dist is. */
    private static void folder(Path folder, Word word, Role role, Collector into) throws IOException {
        List<Path> wheels = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.whl")) {
            files.forEach(wheels::add);
        }
        Collections.sort(wheels);
        if (wheels.isEmpty()) {
            into.fault(new Fault(
                    "A folder can be a requirement only where it holds wheels",
                    word.where(),
                    SafeText.of(word.text()),
                    "Build a wheel of the project (pip wheel --no-deps) and name that wheel's path."));
        }
        for (Path wheel : wheels) {
            into.requirement("./" + wheel.getFileName(), List.of(), folder, role, word.where());
        }
    }

    private static RequirementSource source(Path file, Collector into) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (ForeignFile.isLock(name)) {
            return new LockSource(into);
        }
        return name.endsWith(".toml") ? new PyprojectFile(into) : new RequirementsFile(into);
    }
}
