package dev.airgap.input;

import dev.airgap.python.Requirement;
import dev.airgap.python.WheelName;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads a requirement as pip's users write it: a dependency (PEP 508), or an address or path alone. */
final class RequirementText {

    private static final List<String> ARCHIVES =
            List.of(".whl", ".zip", ".tar.gz", ".tgz", ".tar", ".tar.bz2", ".tbz", ".tar.xz", ".txz", ".tar.lz");

    private RequirementText() {}

    /** Parses; throws UnsupportedRequirement, or IllegalArgumentException with a sentence. */
    static Requirement parse(String text) {
        String scheme = scheme(text);
        if (!scheme.isEmpty()) {
            return address(text, scheme);
        }
        if (!isReference(text)) {
            int semicolon = text.indexOf(';');
            String what = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
            String lower = withoutExtras(what).toLowerCase(Locale.ROOT);
            if (what.startsWith(".")
                    || what.indexOf('/') >= 0
                    || what.indexOf('\\') >= 0
                    || ARCHIVES.stream().anyMatch(lower::endsWith)) {
                throw new UnsupportedRequirement(
                        "A path can't be a requirement yet",
                        lower.endsWith(".whl")
                                ? "Serve the wheel from a folder that an <index> names, and require it as name==version."
                                : "Build a wheel of it (pip wheel --no-deps), serve it from a folder that an <index>"
                                        + " names, and require it as name==version.");
            }
        }
        return Requirement.parse(text);
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

    /** Gives the line that stands for a requirement in the lock's inputs. */
    static String line(String text, List<String> hashes) {
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
        return SafeText.withoutUsers(line.toString());
    }

    /** Makes a direct reference of a wheel's address, whose file name says which package it is. */
    private static Requirement address(String text, String scheme) {
        int marker = text.indexOf("; ");
        String url = (marker < 0 ? text : text.substring(0, marker)).strip();
        String path = url;
        for (char end : new char[] {'#', '?'}) {
            int at = path.indexOf(end);
            path = at < 0 ? path : path.substring(0, at);
        }
        if (!scheme.startsWith("http") || !path.endsWith(".whl")) {
            throw new UnsupportedRequirement(
                    scheme.equals("file")
                            ? "A path can't be a requirement yet"
                            : "An address can be a requirement only where it is a wheel's",
                    "Build a wheel of it, serve it from an index, and require it as name==version.");
        }
        String file = URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
        return Requirement.parse(
                WheelName.parse(file).name() + " @ " + url + (marker < 0 ? "" : " ; " + text.substring(marker + 2)));
    }

    private static String withoutExtras(String what) {
        int open = what.endsWith("]") ? what.lastIndexOf('[') : -1;
        return open < 0 ? what : what.substring(0, open).stripTrailing();
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && LogicalLine.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
