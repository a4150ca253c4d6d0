package dev.airgap.goal;

import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what to run where the bundle is carried to: the lines of the bundle's own README.txt, for this lock.
 *
 * @param tar the bundle's file name
 * @param root the absolute path where an image will have the bundle
 */
record ClosedSide(Lock lock, String tar, String root) {

    /** Lists the lines as a shell takes them; what is not for a shell is a sentence or a comment. */
    List<String> lines() {
        List<LockedTarget> windows = new ArrayList<>();
        List<LockedTarget> others = new ArrayList<>();
        for (LockedTarget target : lock.targets()) {
            if (!lock.packages(target.id()).isEmpty()) {
                (target.platform().startsWith("win") ? windows : others).add(target);
            }
        }
        List<String> lines = new ArrayList<>();
        if (windows.isEmpty() || !others.isEmpty()) {
            lines.add(
                    "mkdir bundle && tar -xf " + tar + " -C bundle && (cd bundle && sha256sum -c --quiet SHA256SUMS)");
        }
        if (!others.isEmpty()) {
            // Outside of an environment Debian's pip refuses to install (PEP 668).
            lines.add("python3 -m venv app");
        }
        if (others.size() > 1) {
            lines.add("# one of these, the one that fits the machine:");
        }
        for (LockedTarget target : others) {
            lines.add("PIP_CONFIG_FILE=/dev/null app/bin/pip --isolated install "
                    + (lock.isWithoutDependencies() ? "--no-deps " : "") + "-r bundle/requirements/" + target.id()
                    + ".txt  # " + name(target));
        }
        for (LockedTarget target : windows) {
            lines.add("# " + name(target) + ": on Windows see README.txt in " + tar);
        }
        if (!lock.models().isEmpty()) {
            lines.add("# models: copy bundle/models to " + root + "/models, and set what airgap.env says");
        }
        return lines;
    }

    /** Names a target as people name a machine: {@code CPython 3.11, x86_64, glibc 2.36 or later}. */
    static String name(LockedTarget target) {
        String id = target.id();
        String implementation = id.startsWith("cp3") ? "CPython " : id.startsWith("pp3") ? "PyPy " : "Python ";
        // PEP 703: cp313t is another ABI than cp313.
        String threads = id.startsWith("cp3") && id.contains("t-") ? "t" : "";
        return implementation + target.python() + threads + ", " + machine(target.platform());
    }

    private static String machine(String platform) {
        String[] words = platform.split("_", 4);
        if (words.length < 4) {
            return platform;
        }
        String since = " " + words[1] + "." + words[2] + " or later";
        return switch (words[0]) {
            case "manylinux" -> words[3] + ", glibc" + since;
            case "musllinux" -> words[3] + ", musl" + since;
            case "macosx" -> words[3] + ", macOS" + since;
            default -> platform;
        };
    }
}
