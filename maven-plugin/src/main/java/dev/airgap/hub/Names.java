package dev.airgap.hub;

import dev.airgap.fault.Letters;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Judges names that came over the network or from a user before they become addresses, paths or log lines. A bundle
 * is unpacked on systems nobody knows yet, so POSIX and Windows rules hold everywhere. Each judgement is empty where
 * the name is fit, else the rest of a sentence.
 */
public final class Names {

    private static final int LONGEST_SEGMENT = 255;
    /** Leaves room for the folders of the bundle and of the cache in front of it. */
    private static final int LONGEST_PATH = 700;

    private Names() {}

    /** Judges a repository id by the rules of the Hub's own client, which ASCII letters alone pass. */
    static String wrongRepo(String repo) {
        if (repo.isEmpty()) {
            return "it is empty";
        }
        int slash = repo.indexOf('/');
        if (slash >= 0 && repo.indexOf('/', slash + 1) >= 0) {
            return "it has more than one slash";
        }
        if (repo.contains("--") || repo.contains("..")) {
            return "it has -- or .. in it";
        }
        if (repo.endsWith(".git")) {
            return "it ends in .git";
        }
        String wrong = slash < 0 ? "" : wrongRepoPart(repo.substring(0, slash));
        return wrong.isEmpty() ? wrongRepoPart(repo.substring(slash + 1)) : wrong;
    }

    /** Tells whether a text can be a repository's id. */
    public static boolean isRepo(String text) {
        return wrongRepo(text).isEmpty();
    }

    private static String wrongRepoPart(String part) {
        if (part.isEmpty() || part.length() > 96) {
            return "a part of it is empty or longer than 96 characters";
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean word = isWord(c);
            if (!word && c != '-' && c != '.') {
                return "it has " + shown(Character.toString(c)) + " in it";
            }
            if (!word && (i == 0 || i == part.length() - 1)) {
                return "a part of it starts or ends with - or .";
            }
        }
        return "";
    }

    private static boolean isWord(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Judges a revision: what git allows as a ref's name, and what can be a file below {@code refs/}. */
    static String wrongRevision(String revision) {
        String wrong = wrongPath(revision);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        for (int i = 0; i < revision.length(); i++) {
            if (" ~^[".indexOf(revision.charAt(i)) >= 0) {
                return "it has \"" + revision.charAt(i) + "\" in it";
            }
        }
        return revision.contains("@{") || revision.contains("..") ? "it has @{ or .. in it" : "";
    }

    /** Judges a file's path in a repository, segment by segment. */
    public static String wrongPath(String path) {
        if (path.isEmpty()) {
            return "it is empty";
        }
        if (path.charAt(0) == '/') {
            return "it is absolute";
        }
        int bytes = 0;
        int from = 0;
        while (from <= path.length()) {
            int to = path.indexOf('/', from);
            to = to < 0 ? path.length() : to;
            String segment = path.substring(from, to);
            String wrong = wrongSegment(segment);
            if (!wrong.isEmpty()) {
                return wrong;
            }
            int length = utf8Length(segment);
            if (length > LONGEST_SEGMENT) {
                return "a part of it is longer than " + LONGEST_SEGMENT + " bytes";
            }
            bytes += length + 1;
            from = to + 1;
        }
        return bytes - 1 > LONGEST_PATH ? "it is longer than " + LONGEST_PATH + " bytes" : "";
    }

    private static String wrongSegment(String segment) {
        if (segment.isEmpty()) {
            return "it has an empty part";
        }
        if (segment.equals(".") || segment.equals("..")) {
            return "it has the part \"" + segment + "\"";
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (isUnprintable(c)) {
                return "it has a control or broken character in it";
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < segment.length()
                        && Character.isLowSurrogate(segment.charAt(i + 1));
                if (!pair) {
                    return "it is not well-formed Unicode";
                }
                i++;
            }
            if ("\\:*?\"<>|".indexOf(c) >= 0) {
                return "it has \"" + c + "\" in it, which Windows does not allow in a file's name";
            }
        }
        char last = segment.charAt(segment.length() - 1);
        if (last == '.' || last == ' ') {
            return "a part of it ends with a dot or a space, which Windows drops";
        }
        return isDevice(segment) ? "\"" + segment + "\" is a device on Windows" : "";
    }

    private static boolean isDevice(String segment) {
        int dot = segment.indexOf('.');
        String stem = lower(dot < 0 ? segment : segment.substring(0, dot)).stripTrailing();
        return switch (stem) {
            case "con", "prn", "aux", "nul", "conin$", "conout$", "clock$" -> true;
            // Windows takes superscript digits for digits here.
            default ->
                stem.length() == 4
                        && (stem.startsWith("com") || stem.startsWith("lpt"))
                        && "0123456789\u00b9\u00b2\u00b3".indexOf(stem.charAt(3)) >= 0;
        };
    }

    /** Tells whether a character must not stand in a path, or stands for a broken one. */
    private static boolean isUnprintable(char c) {
        return !Letters.isPlain(c) || c == '\ufffd';
    }

    private static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Half of a surrogate pair counts two: together they are the four that UTF-8 takes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    /** Folds a path to what a file system that ignores case and composes accents takes for the same. */
    static String folded(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return Normalizer.normalize(path, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
            }
        }
        return lower(path);
    }

    /** Tells whether a text is a number of hex digits, in either case. */
    static boolean isHex(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Makes a text fit for a line of a log: what is unprintable or too long is replaced. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), 200));
        for (int i = 0; i < text.length(); i++) {
            if (shown.length() >= 197) {
                return shown.append("...").toString();
            }
            char c = text.charAt(i);
            shown.append(isUnprintable(c) || Character.isSurrogate(c) ? '\ufffd' : c);
        }
        return shown.toString();
    }
}
