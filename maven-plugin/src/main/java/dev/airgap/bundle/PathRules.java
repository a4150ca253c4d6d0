package dev.airgap.bundle;

import dev.airgap.fault.Letters;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Holds which paths may stand in a bundle, so that it means the same on Linux, macOS and Windows, and meets no two paths
 * that one of them takes for the same.
 */
public final class PathRules {

    private static final int LONGEST_PATH = 1000;
    private static final int LONGEST_NAME = 255;

    /** Windows, Naming Files: names of devices, whatever follows a dot. */
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$");

    /** What one file system may take for the same, to the path as it was first written; folders end in a slash. */
    private final Map<String, String> seen = new HashMap<>();

    /** Says what is wrong with a path, as the rest of a sentence that starts with it; empty where nothing is. */
    public static String flaw(String path) {
        if (path.isEmpty()) {
            return "is empty";
        }
        if (path.charAt(0) == '/') {
            return "is absolute";
        }
        if (path.length() > LONGEST_PATH || bytes(path) > LONGEST_PATH) {
            return "is longer than " + LONGEST_PATH + " bytes";
        }
        String characters = badCharacter(path);
        if (!characters.isEmpty()) {
            return characters;
        }
        int start = 0;
        while (start <= path.length()) {
            int end = path.indexOf('/', start);
            String name = path.substring(start, end < 0 ? path.length() : end);
            String flaw = badName(name);
            if (!flaw.isEmpty()) {
                return flaw;
            }
            start = end < 0 ? path.length() + 1 : end + 1;
        }
        return "";
    }

    /** Takes in a path that is sound by itself, and says where it meets an earlier one; empty where it does not. */
    public String meet(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            String before = seen.putIfAbsent(fold(folder), folder + "/");
            if (before != null && !before.equals(folder + "/")) {
                return before.endsWith("/")
                        ? "differs from " + before + " in case or accents' encoding alone"
                        : "needs a folder where the file " + before + " stands";
            }
        }
        String before = seen.putIfAbsent(fold(path), path);
        if (before == null) {
            return "";
        }
        if (before.equals(path)) {
            return "stands twice";
        }
        return before.equals(path + "/")
                ? "is a file where a folder of that name stands"
                : "differs from " + before + " in case or accents' encoding alone";
    }

    /** Writes a path so that it can stand in a message: controls and what steers a terminal are out. */
    public static String shown(String path) {
        return Letters.plain(path, '\uFFFD', 300);
    }

    private static String badCharacter(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\') {
                return "holds a backslash";
            }
            if (c == '\uFFFD' || isLone(path, i)) {
                return "is not sound UTF-8";
            }
            if (!Letters.isPlain(c)) {
                return "holds a control character";
            }
            if (c == '<' || c == '>' || c == ':' || c == '"' || c == '|' || c == '?' || c == '*') {
                return "holds " + c + ", which Windows does not allow";
            }
        }
        return "";
    }

    private static String badName(String name) {
        if (name.isEmpty()) {
            return "holds an empty name";
        }
        if (name.equals("..") || name.equals(".")) {
            return "holds " + name;
        }
        char last = name.charAt(name.length() - 1);
        if (last == '.' || last == ' ') {
            return "holds a name that ends in a dot or a space, which Windows drops";
        }
        if (bytes(name) > LONGEST_NAME) {
            return "holds a name longer than " + LONGEST_NAME + " bytes";
        }
        return isDevice(name) ? "holds " + name + ", which is a device on Windows" : "";
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip();
        if (stem.length() < 3 || stem.length() > 7) {
            return false;
        }
        String upper = stem.toUpperCase(Locale.ROOT);
        if (DEVICES.contains(upper)) {
            return true;
        }
        return upper.length() == 4
                && (upper.startsWith("COM") || upper.startsWith("LPT"))
                && "0123456789¹²³".indexOf(upper.charAt(3)) >= 0;
    }

    private static boolean isLone(String path, int i) {
        char c = path.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == path.length() || !Character.isLowSurrogate(path.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(path.charAt(i - 1)));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String fold(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return Normalizer.normalize(path, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
            }
        }
        return path.toLowerCase(Locale.ROOT);
    }
}
