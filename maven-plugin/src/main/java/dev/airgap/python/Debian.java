package dev.airgap.python;

import java.util.Arrays;
import java.util.List;

/**
 * Names a release of Debian.
 *
 * @param name its code name
 * @param number its number
 * @param glibc the Y of its glibc 2.Y (packages.debian.org, libc6)
 * @param python the Y of the Python 3.Y that its package python3 is
 */
record Debian(String name, int number, int glibc, int python) {

    private static final Debian[] ALL = {
        new Debian("stretch", 9, 24, 5),
        new Debian("buster", 10, 28, 7),
        new Debian("bullseye", 11, 31, 9),
        new Debian("bookworm", 12, 36, 11),
        new Debian("trixie", 13, 41, 13),
    };

    /** Finds a release by its code name; null where there is none. */
    static Debian named(String name) {
        for (Debian debian : ALL) {
            if (debian.name.equals(name)) {
                return debian;
            }
        }
        return null;
    }

    /** Finds a release by its code name or its number; null where there is none. */
    static Debian of(String release) {
        for (Debian debian : ALL) {
            if (Integer.toString(debian.number).equals(release)) {
                return debian;
            }
        }
        return named(release);
    }

    static List<String> names() {
        return Arrays.stream(ALL).map(Debian::name).toList();
    }
}
