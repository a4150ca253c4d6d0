package dev.airgap.lock;

import java.net.URI;
import java.util.OptionalInt;

/**
 * Pins a generic file.
 *
 * @param source the id of its source, or empty
 * @param path below {@code files/} in the bundle
 * @param strip how many leading folders are dropped where it is an archive that is unpacked at its path; empty where the
 *     file lies there itself
 */
public record LockedFile(String source, URI url, String path, long size, String sha256, OptionalInt strip) {

    /** The deepest that names are cut; no archive needs as much. */
    public static final int MOST_STRIP = 9;

    public LockedFile {
        if (!source.isEmpty()) {
            Rules.word("a source", source);
        }
        Rules.url(url);
        Rules.path(path);
        Rules.size(size);
        Rules.hex("a sha256", sha256, 64);
        if (strip.isPresent() && (strip.getAsInt() < 0 || strip.getAsInt() > MOST_STRIP)) {
            throw new IllegalArgumentException("strip must be 0 to " + MOST_STRIP + ", but is " + strip.getAsInt());
        }
    }

    /** Pins a file that lies in the bundle as it is. */
    public LockedFile(String source, URI url, String path, long size, String sha256) {
        this(source, url, path, size, sha256, OptionalInt.empty());
    }
}
