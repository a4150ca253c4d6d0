package dev.airgap.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Describes one file of a bundle before it is sealed.
 *
 * @param path below the bundle's root, segments separated by {@code /}; checked by the plan
 * @param size in bytes
 * @param sha256 of the content, 64 lower-case hex digits
 * @param kind what it is
 * @param source where it comes from, an address without user info or a word; empty where that says nothing
 * @param targets ids of the targets that it serves, sorted; empty where it serves them all
 * @param text the content itself, written as UTF-8; empty where the writer awaits it
 */
public record BundleEntry(
        String path, long size, String sha256, Kind kind, String source, List<String> targets, Optional<String> text) {

    public BundleEntry {
        targets = targets.stream().sorted().distinct().toList();
    }

    /** Makes an entry whose content arrives while the bundle is written. */
    public static BundleEntry awaited(
            String path, long size, String sha256, Kind kind, String source, List<String> targets) {
        return new BundleEntry(path, size, sha256, kind, source, targets, Optional.empty());
    }

    /** Makes an entry out of its text, which is taken as it stands: no line end is changed. */
    public static BundleEntry inline(String path, String text, Kind kind, List<String> targets) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new BundleEntry(path, bytes.length, Sha256.of(bytes), kind, "", targets, Optional.of(text));
    }

    /** Tells whether the writer waits for the content. */
    public boolean isAwaited() {
        return text.isEmpty();
    }
}
