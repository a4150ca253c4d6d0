package dev.airgap.lock;

import java.net.URI;

/**
 * Pins a generic file.
 *
 * @param source the id of its source, or empty
 * @param path below {@code files/} in the bundle
 */
public record LockedFile(String source, URI url, String path, long size, String sha256) {

    public LockedFile {
        if (!source.isEmpty()) {
            Rules.word("a source", source);
        }
        Rules.url(url);
        Rules.path(path);
        Rules.size(size);
        Rules.hex("a sha256", sha256, 64);
    }
}
