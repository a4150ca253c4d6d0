package dev.airgap.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes bundles to test with: two targets, a shared wheel, a model and files, the same bytes every time. */
final class Samples {

    static final String AMD = "cp311-manylinux_2_36_x86_64";
    static final String ARM = "cp311-manylinux_2_28_aarch64";
    static final String MODEL = "models/hub/models--org--mini/snapshots/" + "0123456789abcdef0123456789abcdef01234567/";
    static final String SHARED = "wheels/shared-1.0-py3-none-any.whl";
    static final String OWN_AMD = "wheels/own-2.0-cp311-cp311-manylinux_2_17_x86_64.whl";
    static final String OWN_ARM = "wheels/own-2.0-cp311-cp311-manylinux_2_17_aarch64.whl";

    final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final List<BundleEntry> entries = new ArrayList<>();

    /** Makes the sample that most tests use. */
    static Samples usual() {
        Samples samples = new Samples();
        samples.await(SHARED, 1_300_000, Kind.WHEEL, List.of(AMD, ARM));
        samples.await(OWN_AMD, 70_001, Kind.WHEEL, List.of(AMD));
        samples.await(OWN_ARM, 512, Kind.WHEEL, List.of(ARM));
        samples.await(MODEL + "model.safetensors", 2_000_000, Kind.MODEL, List.of());
        samples.await(MODEL + "config.json", 17, Kind.MODEL, List.of());
        samples.await(MODEL + "1_Pooling/empty.txt", 0, Kind.MODEL, List.of());
        samples.await("files/nltk_data/tokenizers/punkt_tab.zip", 4096, Kind.FILE, List.of());
        samples.require(AMD, SHARED, OWN_AMD);
        samples.require(ARM, SHARED, OWN_ARM);
        return samples;
    }

    void await(String path, int size, Kind kind, List<String> targets) {
        byte[] bytes = new byte[size];
        new Random(path.hashCode()).nextBytes(bytes);
        await(path, bytes, kind, targets);
    }

    void await(String path, byte[] bytes, Kind kind, List<String> targets) {
        contents.put(path, bytes);
        entries.add(BundleEntry.awaited(
                path, bytes.length, Sha256.of(bytes), kind, "https://example.org/" + path.hashCode(), targets));
    }

    void text(String path, String text, Kind kind, List<String> targets) {
        entries.add(BundleEntry.inline(path, text, kind, targets));
    }

    void require(String target, String... wheels) {
        StringBuilder text =
                new StringBuilder("--no-index\n--find-links ../wheels\n--require-hashes\n--only-binary :all:\n");
        for (String wheel : wheels) {
            String[] parts = wheel.substring(7).split("-", 3);
            text.append(parts[0]).append("==").append(parts[1]).append(" \\\n    --hash=sha256:");
            text.append(Sha256.of(contents.get(wheel))).append('\n');
        }
        text("requirements/" + target + ".txt", text.toString(), Kind.REQUIREMENTS, List.of(target));
        text("pylock." + target + ".toml", "lock-version = \"1.0\"\n", Kind.PYLOCK, List.of(target));
    }

    BundlePlan plan() {
        return plan("1.2.3", BundleTimestamp.DEFAULT);
    }

    BundlePlan plan(String version, Instant time) {
        List<String> targets = new ArrayList<>();
        for (BundleEntry entry : entries) {
            targets.addAll(entry.targets());
        }
        return new BundlePlan("sample", version, time, "/opt/airgap", targets, entries);
    }

    /** Seals in the order in which the entries were added. */
    Path seal(Path tar) throws IOException {
        return seal(plan(), tar);
    }

    Path seal(BundlePlan plan, Path tar) throws IOException {
        try (BundleWriter writer = BundleWriter.open(plan, tar)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                writer.slot(content.getKey()).write(0, ByteBuffer.wrap(content.getValue()));
            }
            writer.finish();
        }
        return tar;
    }

    static String text(BundlePlan plan, String path) {
        for (BundleEntry entry : plan.entries()) {
            if (entry.path().equals(path)) {
                return entry.text().orElseThrow();
            }
        }
        throw new IllegalArgumentException(path);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Optional<String> whole() {
        return Optional.empty();
    }
}
