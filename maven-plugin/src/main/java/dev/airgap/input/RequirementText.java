package dev.airgap.input;

import dev.airgap.python.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads a requirement as pip's users write it: a dependency (PEP 508), or an address or path alone. */
final class RequirementText {

    private RequirementText() {}

    /**
     * Parses; throws UnsupportedRequirement, or IllegalArgumentException with a sentence.
     *
     * @param folders where a path may start, the likelier first
     */
    static DirectReference parse(String text, List<Path> folders) {
        boolean reference = isReference(text);
        if (!reference && (!scheme(text).isEmpty() || DirectReference.isPath(text))) {
            return DirectReference.alone(text, folders);
        }
        Requirement requirement = Requirement.parse(text);
        return reference ? DirectReference.named(requirement, folders) : new DirectReference(requirement, "", "");
    }

    /** Tells whether a text is a direct reference, {@code name[extras] @ address}. */
    static boolean isReference(String text) {
        int i = skipSpace(text, 0);
        int start = i;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || "-_.".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        if (i == start) {
            return false;
        }
        i = skipSpace(text, i);
        if (i < text.length() && text.charAt(i) == '[') {
            int close = text.indexOf(']', i);
            if (close < 0) {
                return false;
            }
            i = skipSpace(text, close + 1);
        }
        return i < text.length() && text.charAt(i) == '@';
    }

    /** Gives the scheme where a text is an address alone: pip's schemes and those of version control; else empty. */
    static String scheme(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            return "";
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        int plus = scheme.indexOf('+');
        return switch (plus < 0 ? scheme : scheme.substring(0, plus)) {
            case "http", "https", "file", "ftp" -> plus < 0 ? scheme : "";
            case "git", "hg", "bzr", "svn" -> plus < 0 ? "" : scheme;
            default -> "";
        };
    }

    /**
     * Gives the line that stands for a requirement in the lock's inputs.
     *
     * @param text as written, its variables not put in
     * @param read what was read of the text: a wheel on this machine counts by its content, and of an address's query,
     *     which may be a secret, stands its digest
     */
    static String line(String text, List<String> hashes, DirectReference read) {
        int question = read.secret().indexOf('?');
        String query = question < 0 ? "" : read.secret().substring(question);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!LogicalLine.isSpace(c)) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        List<String> sorted = new ArrayList<>(hashes);
        Collections.sort(sorted);
        sorted.forEach(hash -> line.append(" --hash=").append(hash));
        line.append(read.content().isEmpty() ? "" : " " + read.content());
        String file = file(read.requirement().url());
        if (!LogicalLine.variables(text).isEmpty() && !text.contains(file)) {
            // The wheel's name is no secret, and another version in a variable asks for another lock.
            line.append(' ').append(file);
        }
        String safe = SafeText.withoutUsers(line.toString());
        // One that a variable brings stands as it is written.
        return query.isEmpty() || !safe.contains(query)
                ? safe
                : safe.replace(query, "") + " query sha256:" + Sha256.of(query);
    }

    private static String file(String url) {
        String path = url.replaceFirst("#.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && LogicalLine.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
