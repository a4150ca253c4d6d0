package dev.airgap.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the Python that systems bring as their own {@code python3}: Ubuntu's and Debian's images. */
final class SystemImage {

    // packages.ubuntu.com, python3 and libc6 of each release: number, code name, Python 3.Y, glibc 2.Y.
    private static final String[][] UBUNTUS = {
        {"20.04", "focal", "8", "31"},
        {"22.04", "jammy", "10", "35"},
        {"24.04", "noble", "12", "39"},
        {"25.10", "questing", "13", "42"},
        {"26.04", "resolute", "14", "43"},
    };
    private static final Pattern UBUNTU = Pattern.compile("([a-z]+|[0-9]{2}\\.[0-9]{2})(-[0-9]{8}(\\.[0-9]+)?)?");
    private static final Pattern DEBIAN =
            Pattern.compile("([a-z]+|[0-9]{1,2})(\\.[0-9]{1,2})?(-[0-9]{8})?(-slim|-backports)?");

    private SystemImage() {}

    /** Reads a tag of {@code ubuntu}: {@code 24.04}, {@code noble}, {@code noble-20260810}. */
    static Image ubuntu(String raw, String tag, String arch) {
        Matcher matcher = UBUNTU.matcher(tag);
        if (matcher.matches()) {
            for (String[] release : UBUNTUS) {
                if (matcher.group(1).equals(release[0]) || matcher.group(1).equals(release[1])) {
                    return image(raw, Integer.parseInt(release[2]), release[3], arch);
                }
            }
        }
        StringBuilder known = new StringBuilder();
        for (String[] release : UBUNTUS) {
            known.append(known.isEmpty() ? "" : ", ").append(release[0]);
        }
        throw Image.fault(raw, "its tag names no release that is known; known are " + known);
    }

    /** Reads a tag of {@code debian}: {@code bookworm-slim}, {@code 12}, {@code 12.11-slim}. */
    static Image debian(String raw, String tag, String arch) {
        Matcher matcher = DEBIAN.matcher(tag);
        Debian debian = matcher.matches() ? Debian.of(matcher.group(1)) : null;
        if (debian == null || debian.python() < 9) {
            throw Image.fault(raw, "its tag names no release that is known; known are bullseye, bookworm, trixie");
        }
        return image(raw, debian.python(), Integer.toString(debian.glibc()), arch);
    }

    private static Image image(String raw, int python, String glibc, String arch) {
        Platform platform = Platform.parse("manylinux_2_" + glibc + "_" + Image.machine(raw, arch, false));
        return new Image(
                new Interpreter(false, python, false),
                platform,
                Words.shown(raw) + " is taken for the Python of its package python3, 3." + python);
    }
}
