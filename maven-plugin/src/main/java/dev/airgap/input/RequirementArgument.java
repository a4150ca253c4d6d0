package dev.airgap.input;

import dev.airgap.lock.foreign.Selection;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether an argument is a file or a requirement as such: what exists as a file or a folder of wheels, ends like a
 * file or holds a slash is a file, so that a mistyped name never becomes a look-up in a public index. A direct reference,
 * {@code name @ address}, is a requirement.
 *
 * @param file null for a requirement as such; absolute, need not exist
 * @param selection what stands behind a {@code .toml}, {@code .lock} or {@code .whl} file: extras in brackets, or
 *     dependency groups behind a colon ({@code pyproject.toml:dev}, as pip's --group has it)
 * @param text the argument, trimmed, without these
 */
record RequirementArgument(Path file, Selection selection, String text) {

    private static final List<String> ENDS = List.of(".txt", ".in", ".toml", ".lock", ".whl");

    /** A file's name, what stands in brackets, what stands behind a colon. */
    private static final Pattern PARTS =
            Pattern.compile("(?i)(.+\\.(?:toml|lock|whl))\\s*(?:\\[([^\\[\\]]*)])?(?::([\\w.,-]+))?");

    static RequirementArgument of(String argument, Path base) {
        String text = argument.strip();
        Selection selection = RequirementSource.WHOLE;
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            text = parts.group(1).strip();
            boolean groups = parts.group(3) != null;
            selection = new Selection(!groups || parts.group(2) != null, names(parts.group(2)), names(parts.group(3)));
        }
        if (RequirementText.isReference(text) || !RequirementText.scheme(text).isEmpty()) {
            return new RequirementArgument(null, selection, text);
        }
        Path path;
        try {
            path = base.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            path = null;
        }
        boolean file = path != null
                && (Files.isRegularFile(path)
                        || UnreadFile.isMeant(text)
                        || holdsWheels(path)
                        || ENDS.stream().anyMatch(lower(text)::endsWith)
                        || text.indexOf('/') >= 0
                        || text.indexOf('\\') >= 0);
        return new RequirementArgument(file ? path : null, selection, text);
    }

    /** A folder's name is a package's too, but for a folder that was filled to be named here. */
    private static boolean holdsWheels(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (DirectoryStream<Path> wheels = Files.newDirectoryStream(path, "*.whl")) {
            return wheels.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private static SortedSet<String> names(String list) {
        SortedSet<String> names = new TreeSet<>();
        for (String name : Lists.split(list == null ? "" : list)) {
            names.add(PyprojectFile.normalised(name));
        }
        return names;
    }

    boolean isFile() {
        return file != null;
    }

    boolean isWheel() {
        return lower(text).endsWith(".whl");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
