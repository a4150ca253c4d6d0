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

    /**
     * Writes a path as another machine may read it: relative to the base, with slashes; empty where it lies elsewhere.
     *
     * @param text as the user wrote it
     */
    String portable(String text) {
        Path path = base.resolve(text).normalize();
        boolean here = !Path.of(text).isAbsolute() || path.startsWith(base);
        if (!here) {
            return "";
        }
        String relative = base.relativize(path).toString().replace('\\', '/');
        return relative.isEmpty() ? "." : relative;
    }
}
