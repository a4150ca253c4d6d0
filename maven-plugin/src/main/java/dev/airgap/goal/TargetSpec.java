package dev.airgap.goal;

/**
 * Holds a target as the user wrote it.
 *
 * @param id the id asked for, or empty
 * @param spec an image, an {@code interpreter-platform} or the path of a JSON file; never empty
 * @param image the image that an explicit platform was given for, or empty; for messages and manifests alone
 * @param where the place, for people
 */
public record TargetSpec(String id, String spec, String image, String where) {}
