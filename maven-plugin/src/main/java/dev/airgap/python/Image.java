package dev.airgap.python;

import dev.airgap.fault.Nearest;
import java.util.List;

/**
 * Holds what a container image is for wheels.
 *
 * @param interpreter what runs in it
 * @param platform its system
 * @param remark a sentence where the name leaves something open; empty where it says all
 */
record Image(Interpreter interpreter, Platform platform, String remark) {

    /** Tells whether the text names an image at all, a known one or not. */
    static boolean isImage(String raw) {
        return raw.indexOf(':') >= 0 || raw.indexOf('/') >= 0;
    }

    /** Parses {@code python:3.11-slim-bookworm/arm64}; the processor is amd64 where none stands there. */
    static Image parse(String raw) {
        String image = raw;
        for (String prefix : new String[] {"docker.io/", "library/"}) {
            if (image.startsWith(prefix)) {
                image = image.substring(prefix.length());
            }
        }
        if (RedHatImage.isOne(image)) {
            return RedHatImage.parse(raw, image);
        }
        int colon = image.indexOf(':');
        String name = colon < 0 ? image : image.substring(0, colon);
        String rest = colon < 0 ? "" : image.substring(colon + 1);
        int slash = rest.indexOf('/');
        String tag = slash < 0 ? rest : rest.substring(0, slash);
        String arch = slash < 0 ? "amd64" : rest.substring(slash + 1);
        return switch (colon < 0 ? "" : name) {
            case "python" -> OfficialImage.parse(raw, false, tag, arch);
            case "pypy" -> OfficialImage.parse(raw, true, tag, arch);
            case "ubuntu" -> SystemImage.ubuntu(raw, tag, arch);
            case "debian" -> SystemImage.debian(raw, tag, arch);
            default -> {
                List<String> meant = colon < 0 ? List.of() : Nearest.of(name, List.of("python", "pypy", "ubuntu"));
                throw fault(
                        raw,
                        meant.isEmpty()
                                ? "it is none of the images known here, which are python, pypy, ubuntu, debian and"
                                        + " Red Hat's ubi8, ubi9 and ubi10 with Python"
                                : "did you mean " + meant.get(0) + Words.shown(image.substring(colon)) + "?");
            }
        };
    }

    /** Gives the wheels' word for a processor as containers name it (the OCI image specification, platform). */
    static String machine(String raw, String arch, boolean musl) {
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
            // PEP 513 and 599 know no ARM older than v7, and what such an image calls its processor is the host's.
            case "arm/v5" ->
                throw fault(
                        raw,
                        "no wheels with C code are built for that processor; for wheels of plain Python read the"
                                + " target off its interpreter, as the page on targets says,");
            case "386" -> "i686";
            case "ppc64le", "riscv64", "s390x" -> bare;
            case "x86_64", "aarch64" ->
                throw fault(
                        raw,
                        "its processor is named as images have it; did you mean "
                                + (bare.equals("aarch64") ? "arm64" : "amd64") + "?");
            default ->
                throw fault(
                        raw, "its processor is unknown; known are amd64, arm64, arm/v7, 386, ppc64le, riscv64, s390x");
        };
    }

    static IllegalArgumentException fault(String raw, String why) {
        return new IllegalArgumentException(
                "the image '" + Words.shown(raw) + "' is unknown: " + why + (why.endsWith("?") ? " Or say" : "; say")
                        + " interpreter and platform: in a POM beside the image, <platform>cp311-manylinux_2_36_x86_64</platform>;"
                        + " on the command line in its place, -Dairgap.targets=cp311-manylinux_2_36_x86_64");
    }
}
