package dev.airgap.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether an argument is a file or a requirement as such: what exists as a file, ends like one or holds a slash
 * is a file, so that a mistyped name never becomes a look-up in a public index. A direct reference, {@code name @
 * address}, is a requirement.
 *
 * @param file null for a requirement as such; absolute, need not exist
 * @param extras what stands in brackets behind a {@code .toml} or {@code .whl} file
 * @param text the argument, trimmed, without these extras
 */
record RequirementArgument(Path file, List<String> extras, String text) {

    private static final List<String> ENDS = List.of(".txt", ".in", ".toml", ".lock", ".whl");

    static RequirementArgument of(String argument, Path base) {
        String text = argument.strip();
        List<String> extras = List.of();
        int open = text.endsWith("]") ? text.lastIndexOf('[') : -1;
        String before = open > 0 ? lower(text.substring(0, open).strip()) : "";
        if (before.endsWith(".toml") || before.endsWith(".whl")) {
            extras = Lists.split(text.substring(open + 1, text.length() - 1));
            text = text.substring(0, open).strip();
        }
        if (RequirementText.isReference(text) || !RequirementText.scheme(text).isEmpty()) {
            return new RequirementArgument(null, extras, text);
        }
        Path path;
        try {
            path = base.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            path = null;
        }
        boolean file = path != null
                && (Files.isRegularFile(path)
                        || ENDS.stream().anyMatch(lower(text)::endsWith)
                        || text.indexOf('/') >= 0
                        || text.indexOf('\\') >= 0);
        return new RequirementArgument(file ? path : null, extras, text);
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
