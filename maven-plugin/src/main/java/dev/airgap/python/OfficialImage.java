package dev.airgap.python;

import dev.airgap.fault.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Knows what the official images of CPython and PyPy stand on. */
final class OfficialImage {

    // musl 1.1 up to Alpine 3.12, 1.2 from 3.13 on (Alpine's release notes).
    private static final int OLDEST_ALPINE = 6;
    private static final int FIRST_NEW_MUSL = 13;
    private static final int NEWEST_ALPINE = 24;

    // The oldest Debian and Alpine that the tag without a system has stood on since X.Y.0: docker-library's
    // official-images, library/python and library/pypy in their whole history up to August 2026. What runs there runs
    // on the newer ones as well, so that it does not matter when the image was pulled.
    private static final int FIRST_CPYTHON = 8;
    private static final String[] CPYTHON_DEBIANS = {
        "buster", "buster", "bullseye", "bullseye", "bookworm", "bookworm", "trixie", "trixie"
    };
    private static final int[] CPYTHON_ALPINES = {10, 12, 14, 16, 18, 20, 22, 24};
    private static final int FIRST_PYPY = 7;
    private static final String[] PYPY_DEBIANS = {"buster", "bullseye", "bullseye", "bullseye", "bookworm"};

    private final String raw;
    private final boolean pypy;
    private final String arch;
    private final Interpreter interpreter;

    private OfficialImage(String raw, boolean pypy, String arch, String tag) {
        this.raw = raw;
        this.pypy = pypy;
        this.arch = arch;
        this.interpreter = interpreter(tag);
    }

    /** Reads what follows {@code python} or {@code pypy}: {@code :3.11-slim-bookworm/arm64}. */
    static Image parse(String raw, boolean pypy, String tag, String arch) {
        int dash = tag.indexOf('-');
        String version = dash < 0 ? tag : tag.substring(0, dash);
        OfficialImage image = new OfficialImage(raw, pypy, arch, version);
        String variant = dash < 0 ? "" : tag.substring(dash + 1);
        if (pypy) {
            variant = withoutRelease(variant);
        }
        if (variant.startsWith("slim")) {
            variant = variant.substring(variant.startsWith("slim-") ? 5 : 4);
        }
        if (variant.startsWith("windowsservercore")) {
            if (!arch.equals("amd64")) {
                throw Image.fault(raw, "Windows images are for amd64 alone");
            }
            return new Image(image.interpreter, Platform.parse("win_amd64"), "");
        }
        if (variant.startsWith("alpine") && !pypy) {
            return image.alpine(variant.substring("alpine".length()));
        }
        return image.debian(variant);
    }

    /** Leaves PyPy's own version aside, which stands behind Python's: {@code 3.11-7.3.23-slim}. */
    private static String withoutRelease(String variant) {
        if (variant.isEmpty() || variant.charAt(0) < '0' || variant.charAt(0) > '9') {
            return variant;
        }
        int dash = variant.indexOf('-');
        return dash < 0 ? "" : variant.substring(dash + 1);
    }

    private Interpreter interpreter(String tag) {
        // The patch release of a tag is left aside: a target knows one from a real interpreter alone.
        Version version = Version.parseOrNull(tag);
        if (version == null
                || version.segments() < 2
                || version.segment(0) != 3
                || version.segment(1) < 6
                || version.segment(1) > 99
                || version.isPreRelease()) {
            throw Image.fault(raw, "its tag does not start with a final Python version, at least like 3.11");
        }
        return new Interpreter(pypy, (int) version.segment(1), false);
    }

    private Image debian(String variant) {
        String release = variant;
        if (variant.isEmpty()) {
            release = floating(pypy ? FIRST_PYPY : FIRST_CPYTHON, pypy ? PYPY_DEBIANS : CPYTHON_DEBIANS);
        }
        Debian debian = Debian.named(release);
        if (debian != null) {
            String platform = "manylinux_2_" + debian.glibc() + "_" + machine(false);
            String remark = variant.isEmpty() ? remark("Debian " + release + " (glibc 2." + debian.glibc() + ")") : "";
            return new Image(interpreter, Platform.parse(platform), remark);
        }
        List<String> meant = Nearest.of(release, variants());
        if (!meant.isEmpty()) {
            int at = raw.lastIndexOf(release);
            throw Image.fault(
                    raw,
                    "did you mean " + Words.shown(raw.substring(0, at)) + meant.get(0)
                            + Words.shown(raw.substring(at + release.length())) + "?");
        }
        throw Image.fault(
                raw,
                "its variant is unknown; known are " + String.join(", ", Debian.names())
                        + (pypy ? "" : " and alpine3." + OLDEST_ALPINE + " to alpine3." + NEWEST_ALPINE));
    }

    private static List<String> variants() {
        List<String> variants = new ArrayList<>();
        for (String debian : Debian.names()) {
            variants.add(debian);
            variants.add("slim-" + debian);
        }
        return variants;
    }

    private Image alpine(String version) {
        int minor = -1;
        if (version.isEmpty()) {
            minor = Integer.parseInt(floating(FIRST_CPYTHON, alpines()));
        } else if (version.startsWith("3.") && version.length() < 5) {
            Version parsed = Version.parseOrNull(version);
            minor = parsed == null || parsed.segments() != 2 ? -1 : (int) parsed.segment(1);
        }
        if (minor < OLDEST_ALPINE || minor > NEWEST_ALPINE) {
            throw Image.fault(raw, "known are alpine3." + OLDEST_ALPINE + " to alpine3." + NEWEST_ALPINE);
        }
        int musl = minor < FIRST_NEW_MUSL ? 1 : 2;
        Platform platform = Platform.parse("musllinux_1_" + musl + "_" + machine(true));
        return new Image(
                interpreter, platform, version.isEmpty() ? remark("Alpine 3." + minor + " (musl 1." + musl + ")") : "");
    }

    private static String[] alpines() {
        String[] alpines = new String[CPYTHON_ALPINES.length];
        for (int i = 0; i < alpines.length; i++) {
            alpines[i] = Integer.toString(CPYTHON_ALPINES[i]);
        }
        return alpines;
    }

    private String floating(int first, String[] systems) {
        int index = interpreter.minor() - first;
        if (index < 0 || index >= systems.length) {
            throw Image.fault(raw, "what it stands on is unknown; a tag with the system, like -slim-bookworm, says it");
        }
        return systems[index];
    }

    private String remark(String system) {
        return Words.shown(raw) + " names no system; taken for " + system
                + ", the oldest that this tag has stood on, so that its wheels run wherever it stands now";
    }

    private String machine(boolean musl) {
        return Image.machine(raw, arch, musl);
    }
}
