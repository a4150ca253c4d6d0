package dev.airgap.testkit;

import java.util.Locale;

/**
 * Holds a distribution file that was made: a wheel, or an sdist that serves as a stub.
 *
 * @param project the name as it was written
 * @param version as it was written
 * @param fileName the name under which an index lists it
 * @param bytes the file
 * @param metadata its core metadata
 * @param requiresPython null where it says none
 */
public record Wheel(
        String project, String version, String fileName, byte[] bytes, byte[] metadata, String requiresPython) {

    /** Gives the file's SHA-256 in hex. */
    public String sha256() {
        return Hashes.sha256(bytes);
    }

    /** Gives the project's name as indexes normalise it (PEP 503). */
    public String normalName() {
        return normal(project);
    }

    static String normal(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean separator = c == '-' || c == '_' || c == '.';
            if (!separator) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        return out.toString();
    }
}
