package dev.airgap.goal;

import java.nio.file.Path;

/**
 * Names the places a goal works in; all absolute.
 *
 * @param base the POM's folder, or where Maven was called
 * @param build the folder for what is made, {@code target}
 * @param lock the lock file
 * @param tar the bundle
 * @param store the root of the content store
 */
public record Places(Path base, Path build, Path lock, Path tar, Path store) {

    /** Gives the folder of what the goals leave for people and for themselves. */
    public Path airgap() {
        return build.resolve("airgap");
    }

    /** Shows a path as people know it: relative to the base where it lies below. */
    public String show(Path path) {
        if (path.equals(base)) {
            return ".";
        }
        return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
    }
}
