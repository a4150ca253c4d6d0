package dev.airgap.hub;

import java.nio.file.Path;

/**
 * Names a file of a snapshot that lies on this machine.
 *
 * @param path in the snapshot, segments separated by a slash; unchecked
 * @param real where its bytes are, no link
 * @param size in bytes
 * @param proof what a cache calls its content: a git oid of 40 hex digits or a sha256 of 64; empty where nothing does
 * @param flaw why it can't be taken, the rest of a sentence that starts with "it"; empty where it can
 */
public record LocalFile(String path, Path real, long size, String proof, String flaw) {}
