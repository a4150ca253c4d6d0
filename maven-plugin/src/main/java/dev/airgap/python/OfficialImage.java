package dev.airgap.python;

import dev.airgap.fault.Nearest;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows what the official Python images stand on.
 *
 * @param interpreter what runs in it
 * @param platform its system
 * @param remark a sentence where the tag floats over systems; empty where it names one
 */
record OfficialImage(Interpreter interpreter, Platform platform, String remark) {

    // Debian's releases with the minor version of their glibc.
    private static final String[] DEBIANS = {"stretch", "buster", "bullseye", "bookworm", "trixie"};
    private static final int[] GLIBCS = {24, 28, 31, 36, 41};

    // musl 1.1 up to Alpine 3.12, 1.2 from 3.13 on.
    private static final int OLDEST_ALPINE = 6;
    private static final int FIRST_NEW_MUSL = 13;
    private static final int NEWEST_ALPINE = 24;

    // The oldest Debian and Alpine that the tag without a system has stood on since X.Y.0, from 3.8 on. What runs
    // there runs on the newer ones as well, so that it does not matter when the image was pulled.
    private static final int FIRST_FLOATING = 8;
    private static final String[] FLOATING_DEBIANS = {
        "buster", "buster", "bullseye", "bullseye", "bookworm", "bookworm", "trixie", "trixie"
    };
    private static final int[] FLOATING_ALPINES = {10, 12, 14, 16, 18, 20, 22, 24};

    /** Tells whether the text names an image at all, official or not. */
    static boolean isImage(String raw) {
        return raw.indexOf(':') >= 0 || raw.indexOf('/') >= 0;
    }

    /** Parses {@code python:3.11-slim-bookworm/arm64}; the processor is amd64 where none stands there. */
    static OfficialImage parse(String raw) {
        String image = raw;
        for (String prefix : new String[] {"docker.io/", "library/"}) {
            if (image.startsWith(prefix)) {
                image = image.substring(prefix.length());
            }
        }
        if (!image.startsWith("python:")) {
            int colon = image.indexOf(':');
            boolean near = colon > 0
                    && !Nearest.of(image.substring(0, colon), List.of("python")).isEmpty();
            throw fault(
                    raw,
                    near
                            ? "did you mean python" + Words.shown(image.substring(colon)) + "?"
                            : "it is none of the official python images");
        }
        int slash = image.indexOf('/');
        String tag = image.substring("python:".length(), slash < 0 ? image.length() : slash);
        String arch = slash < 0 ? "amd64" : image.substring(slash + 1);
        int dash = tag.indexOf('-');
        Interpreter interpreter = interpreter(raw, dash < 0 ? tag : tag.substring(0, dash));
        String variant = dash < 0 ? "" : tag.substring(dash + 1);
        if (variant.startsWith("slim")) {
            variant = variant.substring(variant.startsWith("slim-") ? 5 : 4);
        }
        if (variant.startsWith("windowsservercore")) {
            if (slash >= 0 && !arch.equals("amd64")) {
                throw fault(raw, "Windows images are for amd64 alone");
            }
            return new OfficialImage(interpreter, Platform.parse("win_amd64"), "");
        }
        if (variant.startsWith("alpine")) {
            return alpine(raw, interpreter, variant.substring("alpine".length()), arch);
        }
        return debian(raw, interpreter, variant, arch);
    }

    private static Interpreter interpreter(String raw, String tag) {
        // The patch release of a tag is left aside: a target knows one from a real interpreter alone.
        Version version = Version.parseOrNull(tag);
        if (version == null
                || version.segments() < 2
                || version.segment(0) != 3
                || version.segment(1) < 6
                || version.segment(1) > 99
                || version.isPreRelease()) {
            throw fault(raw, "its tag does not start with a final Python version, at least like 3.11");
        }
        return new Interpreter(false, (int) version.segment(1), false);
    }

    private static OfficialImage debian(String raw, Interpreter interpreter, String variant, String arch) {
        String remark = "";
        String release = variant;
        if (variant.isEmpty()) {
            release = FLOATING_DEBIANS[floating(raw, interpreter)];
        }
        for (int i = 0; i < DEBIANS.length; i++) {
            if (DEBIANS[i].equals(release)) {
                Platform platform = Platform.parse("manylinux_2_" + GLIBCS[i] + "_" + machine(raw, arch, false));
                if (variant.isEmpty()) {
                    remark = remark(raw, "Debian " + release + " (glibc 2." + GLIBCS[i] + ")");
                }
                return new OfficialImage(interpreter, platform, remark);
            }
        }
        List<String> meant = Nearest.of(release, variants());
        if (!meant.isEmpty()) {
            int at = raw.lastIndexOf(release);
            throw fault(
                    raw,
                    "did you mean " + Words.shown(raw.substring(0, at)) + meant.get(0)
                            + Words.shown(raw.substring(at + release.length())) + "?");
        }
        throw fault(
                raw,
                "its variant is unknown; known are " + String.join(", ", DEBIANS) + " and alpine3." + OLDEST_ALPINE
                        + " to alpine3." + NEWEST_ALPINE);
    }

    private static List<String> variants() {
        List<String> variants = new ArrayList<>();
        for (String debian : DEBIANS) {
            variants.add(debian);
            variants.add("slim-" + debian);
        }
        return variants;
    }

    private static OfficialImage alpine(String raw, Interpreter interpreter, String version, String arch) {
        int minor = -1;
        if (version.isEmpty()) {
            minor = FLOATING_ALPINES[floating(raw, interpreter)];
        } else if (version.startsWith("3.") && version.length() < 5) {
            Version parsed = Version.parseOrNull(version);
            minor = parsed == null || parsed.segments() != 2 ? -1 : (int) parsed.segment(1);
        }
        if (minor < OLDEST_ALPINE || minor > NEWEST_ALPINE) {
            throw fault(raw, "known are alpine3." + OLDEST_ALPINE + " to alpine3." + NEWEST_ALPINE);
        }
        int musl = minor < FIRST_NEW_MUSL ? 1 : 2;
        Platform platform = Platform.parse("musllinux_1_" + musl + "_" + machine(raw, arch, true));
        String remark = version.isEmpty() ? remark(raw, "Alpine 3." + minor + " (musl 1." + musl + ")") : "";
        return new OfficialImage(interpreter, platform, remark);
    }

    private static int floating(String raw, Interpreter interpreter) {
        int index = interpreter.minor() - FIRST_FLOATING;
        if (index < 0 || index >= FLOATING_DEBIANS.length) {
            throw fault(raw, "what it stands on is unknown; a tag with the system, like -slim-bookworm, says it");
        }
        return index;
    }

    private static String remark(String raw, String system) {
        return Words.shown(raw) + " names no system; taken for " + system
                + ", the oldest that this tag has stood on, so that its wheels run wherever it stands now";
    }

    private static String machine(String raw, String arch, boolean musl) {
        String bare = arch.startsWith("linux/") ? arch.substring("linux/".length()) : arch;
        return switch (bare) {
            case "amd64" -> "x86_64";
            case "arm64", "arm64/v8" -> "aarch64";
            case "arm/v7" -> "armv7l";
            case "arm/v6" -> {
                if (!musl) {
                    throw fault(raw, "no wheels with C code are built for that processor");
                }
                yield "armv6l";
            }
            case "386" -> "i686";
            case "ppc64le", "riscv64", "s390x" -> bare;
            default ->
                throw fault(
                        raw, "its processor is unknown; known are amd64, arm64, arm/v7, 386, ppc64le, riscv64, s390x");
        };
    }

    private static IllegalArgumentException fault(String raw, String why) {
        return new IllegalArgumentException(
                "the image '" + Words.shown(raw) + "' is unknown: " + why + (why.endsWith("?") ? " Or say" : "; say")
                        + " interpreter and platform: in a POM beside the image, <platform>cp311-manylinux_2_36_x86_64</platform>;"
                        + " on the command line in its place, -Dairgap.targets=cp311-manylinux_2_36_x86_64");
    }
}
