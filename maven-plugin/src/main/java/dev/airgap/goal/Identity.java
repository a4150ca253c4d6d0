package dev.airgap.goal;

/**
 * Names a bundle.
 *
 * @param name the artifact's id
 * @param version the artifact's version
 * @param timestamp as the project says: an instant, epoch seconds, or null
 * @param tool this plugin's build: another one may seal other bytes from the same lock
 */
public record Identity(String name, String version, String timestamp, String tool) {}
