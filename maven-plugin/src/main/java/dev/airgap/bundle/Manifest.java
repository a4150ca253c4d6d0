package dev.airgap.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what {@code airgap.json} says.
 *
 * @param digest over the files, {@code sha256:…}
 * @param partOf the digest of the whole bundle that this is one target's part of; empty where this is the whole
 * @param models snapshots, in the lock's order
 * @param files sorted by path; all but the manifest and the checksums
 */
record Manifest(
        String name,
        String version,
        Instant timestamp,
        String digest,
        String partOf,
        List<String> targets,
        List<BundledModel> models,
        List<ManifestFile> files) {

    static final int FORMAT = 1;
    static final String PATH = "airgap.json";
    static final String SUMS = "SHA256SUMS";

    /** Stands where none can be read. */
    static final Manifest NONE = new Manifest("", "", Instant.EPOCH, "", "", List.of(), List.of(), List.of());

    /** Makes a manifest of its files, whose digest it computes. */
    static Manifest of(
            String name,
            String version,
            Instant timestamp,
            String partOf,
            List<String> targets,
            List<BundledModel> models,
            List<ManifestFile> files) {
        List<ManifestFile> sorted = new ArrayList<>(files);
        sorted.sort((a, b) -> PathOrder.BYTES.compare(a.path(), b.path()));
        return new Manifest(name, version, timestamp, digestOf(sorted), partOf, targets, models, List.copyOf(sorted));
    }

    /** Computes the digest that {@code grep -v '  airgap.json$' SHA256SUMS | sha256sum} computes too. */
    static String digestOf(List<ManifestFile> sorted) {
        MessageDigest digest = Sha256.start();
        for (ManifestFile file : sorted) {
            digest.update(Sums.line(file.sha256(), file.path()).getBytes(StandardCharsets.UTF_8));
        }
        return "sha256:" + Sha256.end(digest);
    }

    /** Takes what one target needs: its own files and those that serve all. */
    Manifest part(String target) {
        List<ManifestFile> served = new ArrayList<>();
        for (ManifestFile file : files) {
            if (file.serves(target)) {
                List<String> alone = file.targets().isEmpty() ? List.of() : List.of(target);
                served.add(
                        new ManifestFile(file.path(), file.size(), file.sha256(), file.kind(), file.source(), alone));
            }
        }
        return of(name, version, timestamp, partOf.isEmpty() ? digest : partOf, List.of(target), models, served);
    }
}
