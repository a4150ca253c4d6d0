package dev.airgap.python;

import java.util.List;
import java.util.Locale;

/**
 * Holds a wheel's file name, parsed (PEP 427).
 *
 * @param fileName as the index wrote it; safe as a file's name everywhere
 * @param build the build tag as written, empty where none
 * @param interpreters the compressed tag set's parts, lower case; legacy names as written
 */
public record WheelName(
        String fileName,
        PackageName name,
        Version version,
        String build,
        List<String> interpreters,
        List<String> abis,
        List<String> platforms) {

    /** Parses a file name; throws IllegalArgumentException where it is no wheel's. */
    public static WheelName parse(String fileName) {
        if (!fileName.endsWith(".whl")) {
            throw fault(fileName, "it does not end in .whl");
        }
        int end = fileName.length() - 4;
        int[] dashes = new int[5];
        int count = 0;
        for (int i = 0; i < end; i++) {
            char c = fileName.charAt(i);
            if (c == '-') {
                if (count == 5) {
                    throw fault(fileName, "it has too many parts");
                }
                dashes[count++] = i;
            } else if (!isSafe(c)) {
                throw fault(fileName, "it has a character that no part of it may have");
            }
        }
        if (count < 4) {
            throw fault(fileName, "it has too few parts");
        }
        String name = fileName.substring(0, dashes[0]);
        if (name.contains("__") || !PackageName.isValid(name)) {
            throw fault(fileName, "'" + Words.shown(name) + "' is no project name");
        }
        Version version = Version.parseOrNull(fileName.substring(dashes[0] + 1, dashes[1]));
        if (version == null) {
            throw fault(fileName, "its version is none as PEP 440 has it");
        }
        String build = count == 5 ? fileName.substring(dashes[1] + 1, dashes[2]) : "";
        if (count == 5 && (build.isEmpty() || build.charAt(0) < '0' || build.charAt(0) > '9')) {
            throw fault(fileName, "its build tag does not start with a digit");
        }
        int tags = count - 3;
        List<String> interpreters = parts(fileName, dashes[tags] + 1, dashes[tags + 1]);
        for (String interpreter : interpreters) {
            if (interpreter.charAt(0) >= '0' && interpreter.charAt(0) <= '9') {
                throw fault(fileName, "'" + Words.shown(interpreter) + "' is no interpreter");
            }
        }
        return new WheelName(
                fileName,
                PackageName.of(name),
                version,
                build,
                interpreters,
                parts(fileName, dashes[tags + 1] + 1, dashes[tags + 2]),
                parts(fileName, dashes[tags + 2] + 1, end));
    }

    /** Tells whether a file's name may have the character; separators of paths and white space are none. */
    private static boolean isSafe(char c) {
        return PackageName.isAlphanumeric(c) || c == '_' || c == '.' || c == '+' || c == '!';
    }

    private static List<String> parts(String fileName, int from, int to) {
        String text = fileName.substring(from, to);
        if (text.isEmpty() || text.charAt(0) == '.' || text.endsWith(".") || text.contains("..")) {
            throw fault(fileName, "a part of its tag is empty");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' || c == '!') {
                throw fault(fileName, "its tag has a character that no tag may have");
            }
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        if (dot < 0) {
            return List.of(lower);
        }
        String[] parts = new String[count(lower)];
        int start = 0;
        for (int i = 0; i < parts.length; i++) {
            int stop = dot < 0 ? lower.length() : dot;
            parts[i] = lower.substring(start, stop);
            start = stop + 1;
            dot = lower.indexOf('.', start);
        }
        return List.of(parts);
    }

    private static int count(String text) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                count++;
            }
        }
        return count;
    }

    /** Compares by the file name, which says all the rest. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WheelName wheel && fileName.equals(wheel.fileName);
    }

    @Override
    public int hashCode() {
        return fileName.hashCode();
    }

    @Override
    public String toString() {
        return fileName;
    }

    private static IllegalArgumentException fault(String fileName, String why) {
        return new IllegalArgumentException("'" + Words.shown(fileName) + "' is no wheel's file name: " + why);
    }
}
