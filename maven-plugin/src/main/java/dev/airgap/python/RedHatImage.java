package dev.airgap.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows Red Hat's images with Python: {@code registry.access.redhat.com/ubi9/python-312}. */
final class RedHatImage {

    private static final Pattern NAME = Pattern.compile("(?:registry\\.access\\.redhat\\.com/|registry\\.redhat\\.io/)?"
            + "(?:ubi|rhel)(8|9|10)/python-3([0-9]{1,2})(?:-minimal)?(?::[^/]*)?(?:/(.+))?");

    private RedHatImage() {}

    static boolean isOne(String image) {
        return NAME.matcher(image).matches();
    }

    /** Reads the name; a tag counts for nothing, since a release of RHEL keeps its glibc to its end. */
    static Image parse(String raw, String image) {
        Matcher matcher = NAME.matcher(image);
        if (!matcher.matches()) {
            throw Image.fault(raw, "it is none of Red Hat's images with Python");
        }
        // glibc of RHEL 8, 9 and 10 (Red Hat, release notes); the name says which Python stands on it.
        int glibc = switch (matcher.group(1)) {
            case "8" -> 28;
            case "9" -> 34;
            default -> 39;
        };
        int python = Integer.parseInt(matcher.group(2));
        if (python < 6) {
            throw Image.fault(raw, "it is older than Python 3.6");
        }
        String arch = matcher.group(3) == null ? "amd64" : matcher.group(3);
        Platform platform = Platform.parse("manylinux_2_" + glibc + "_" + Image.machine(raw, arch, false));
        return new Image(new Interpreter(false, python, false), platform, "");
    }
}
