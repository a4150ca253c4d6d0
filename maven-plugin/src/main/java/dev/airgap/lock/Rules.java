package dev.airgap.lock;

import dev.airgap.fault.Letters;
import dev.airgap.python.Version;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;

/** Judges single values of a lock; each method gives the value back or throws IllegalArgumentException with a sentence. */
final class Rules {

    private Rules() {}

    static String hex(String what, String value, int digits) {
        boolean good = value.length() == digits;
        for (int i = 0; good && i < digits; i++) {
            char c = value.charAt(i);
            good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        if (!good) {
            throw new IllegalArgumentException(
                    what + " must be " + digits + " lower-case hex digits, but is " + quoted(value));
        }
        return value;
    }

    static String instant(String value) {
        try {
            return Instant.parse(value).toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "an instant must be like 2026-10-31T12:00:00Z, but is " + quoted(value), e);
        }
    }

    static long size(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a size must be a number of bytes, but is " + size);
        }
        return size;
    }

    /** Judges a target's id. */
    static String targetId(String id) {
        boolean good = !id.isEmpty();
        for (int i = 0; good && i < id.length(); i++) {
            char c = id.charAt(i);
            good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        }
        if (!good) {
            throw new IllegalArgumentException("a target's id must match [a-z0-9_-]+, but is " + quoted(id));
        }
        return id;
    }

    /** Judges a package's or an extra's normalised name (PEP 503). */
    static String name(String what, String name) {
        boolean good = !name.isEmpty() && name.charAt(0) != '-' && name.charAt(name.length() - 1) != '-';
        for (int i = 0; good && i < name.length(); i++) {
            char c = name.charAt(i);
            good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && name.charAt(i - 1) != '-');
        }
        if (!good) {
            throw new IllegalArgumentException(what + " must be a normalised name, but is " + quoted(name));
        }
        return name;
    }

    /** Judges a version by its letters alone: it goes into requirements files, so nothing else may stand in it. */
    static String version(String version) {
        boolean good = !version.isEmpty();
        for (int i = 0; good && i < version.length(); i++) {
            char c = version.charAt(i);
            good = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "._+!-".indexOf(c) >= 0;
        }
        if (!good) {
            throw new IllegalArgumentException(quoted(version) + " is no version");
        }
        return version;
    }

    /** Judges a word that stands in messages and files: printable, not blank. */
    static String word(String what, String value) {
        if (value.isBlank() || !printable(value)) {
            throw new IllegalArgumentException(what + " must be a word of printable letters, but is " + quoted(value));
        }
        return value;
    }

    /** Judges a path below a folder of the bundle. */
    static String path(String path) {
        boolean good = !path.isEmpty() && printable(path) && path.indexOf('\\') < 0;
        good = good && !(path.length() > 1 && path.charAt(1) == ':');
        int start = 0;
        while (good && start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            good = !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
            start = end + 1;
        }
        if (!good) {
            throw new IllegalArgumentException("a path must stay below its folder, but is " + quoted(path));
        }
        return path;
    }

    /** Judges the file name of a wheel of that package and version (PEP 427). */
    static String wheel(String file, String name, String version) {
        boolean good = file.endsWith(".whl") && file.charAt(0) != '.';
        for (int i = 0; good && i < file.length(); i++) {
            char c = file.charAt(i);
            good = c > ' ' && c < 127 && "/\\:*?\"<>|".indexOf(c) < 0;
        }
        if (!good) {
            throw new IllegalArgumentException(quoted(file) + " is no wheel's file name");
        }
        int dash = file.indexOf('-');
        if (dash < 0 || !normalised(file.substring(0, dash)).equals(name)) {
            throw new IllegalArgumentException("the wheel " + file + " is none of " + name);
        }
        // pip takes a wheel's version from its file name: such a pin would find none on the closed side.
        String versioned = file.substring(dash + 1, Math.max(file.indexOf('-', dash + 1), dash + 1));
        Version own = Version.parseOrNull(versioned);
        if (own == null || !own.equals(Version.parseOrNull(version))) {
            throw new IllegalArgumentException("the wheel " + file + " is none of version " + version);
        }
        return file;
    }

    /** Judges an address: http, https or file, or relative to the lock; no user info. */
    static URI url(URI url) {
        String scheme = url.getScheme();
        if (scheme == null) {
            if (url.getRawAuthority() != null || url.getRawPath().startsWith("/")) {
                throw new IllegalArgumentException("the address of " + quoted(url.getRawPath()) + " lacks its scheme");
            }
        } else if (!scheme.equals("https") && !scheme.equals("http") && !scheme.equals("file")) {
            throw new IllegalArgumentException("an address must be http, https or file, but is " + scheme + ":");
        } else if (!scheme.equals("file") && url.getHost() == null) {
            throw new IllegalArgumentException("the address " + scheme + ": has no host that can be read");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the address at " + quoted(String.valueOf(url.getHost())) + " carries a user or password");
        }
        return url;
    }

    static String quoted(String value) {
        return "'" + Letters.plain(value, '?', 80) + "'";
    }

    private static boolean printable(String value) {
        for (int i = 0; i < value.length(); i = value.offsetByCodePoints(i, 1)) {
            int c = value.codePointAt(i);
            if (!Letters.isPlain(c) || Character.getType(c) == Character.SURROGATE) {
                return false;
            }
        }
        return true;
    }

    /** Normalises a name (PEP 503); the name may still be none. */
    private static String normalised(String raw) {
        StringBuilder name = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean dash = c == '-' || c == '_' || c == '.';
            if (!dash) {
                name.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            } else if (name.length() == 0 || name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        return name.toString();
    }
}
