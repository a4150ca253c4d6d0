package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.bundle.BundledModel.Facts;
import dev.airgap.bundle.BundledModel.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsJsonTest {

    private static final Facts FACTS = new Facts(
            "apache-2.0", List.of(new Weights("safetensors", 7_000_000_000L, new TreeMap<>(Map.of("BF16", 291L)))));

    @TempDir
    Path folder;

    private static BundledModel model(Facts facts) {
        return new BundledModel(
                "model", "org/name", "main", "a".repeat(40), List.of("org/other@v1"), List.of("modeling.py"), facts);
    }

    private static Manifest manifest(BundledModel... models) {
        return Manifest.of("n", "1", BundleTimestamp.DEFAULT, "", List.of(), List.of(models), List.of());
    }

    @Test
    void readsWhatItWrote() {
        Manifest manifest = manifest(model(FACTS), model(Facts.NONE));
        byte[] json = ManifestJson.write(manifest);
        assertThat(ManifestJson.read(json)).isEqualTo(manifest);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains(
                        "\"declaredLicense\":\"apache-2.0\"", "\"parameters\":7000000000", "\"dtypes\":{\"BF16\":291}")
                .endsWith(" \n");
    }

    @Test
    void staysAsLongAsItIsWhateverIsKnown() {
        TreeMap<String, Long> types = new TreeMap<>();
        List<Weights> formats = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            types.put("a type of tensors " + i, Long.MAX_VALUE);
            formats.add(new Weights("format" + i, Long.MAX_VALUE, new TreeMap<>()));
        }
        int length = ManifestJson.write(manifest(model(Facts.NONE))).length;
        for (Facts facts : List.of(
                FACTS,
                new Facts("\u00fc\u4e2d\ud83d\ude00\"", List.of()),
                new Facts("x".repeat(5000), List.of()),
                new Facts("mit", formats),
                new Facts("mit", List.of(new Weights("gguf", 3, types), new Weights("onnx", 4, types))))) {
            byte[] json = ManifestJson.write(manifest(model(facts)));
            assertThat(json).hasSize(length);
            ManifestJson.read(json);
        }
        Facts left = ManifestJson.read(ManifestJson.write(
                        manifest(model(new Facts("mit", List.of(new Weights("gguf", 3, types)))))))
                .models()
                .get(0)
                .facts();
        assertThat(left).isEqualTo(new Facts("mit", List.of(new Weights("gguf", 3, new TreeMap<>()))));
    }

    @Test
    void readsManifestsWithoutModels() {
        byte[] json = ManifestJson.write(manifest());
        assertThat(new String(json, StandardCharsets.UTF_8))
                .doesNotContain("models")
                .endsWith("}\n");
        assertThat(ManifestJson.read(json).models()).isEmpty();
    }

    @Test
    void refusesModelsThatAreNone() {
        for (String models : List.of("{}", "[1]", "[{\"code\": 1}]", "[{\"facts\": []}]", "[{\"code\": [{}]}]")) {
            String json = new String(ManifestJson.write(manifest()), StandardCharsets.UTF_8)
                    .replace("\"files\"", "\"models\": " + models + ", \"files\"");
            assertThatThrownBy(() -> ManifestJson.read(json.getBytes(StandardCharsets.UTF_8)))
                    .as(models)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sealsWhatBecameKnownMeanwhile() throws IOException {
        BundleEntry file = BundleEntry.awaited(
                "models/a", 3, Sha256.of("abc".getBytes(StandardCharsets.UTF_8)), Kind.MODEL, "", List.of());
        BundlePlan plan = new BundlePlan(
                "n", "1", BundleTimestamp.DEFAULT, "/r", List.of(), false, List.of(model(Facts.NONE)), List.of(file));
        Path tar = folder.resolve("b.tar");
        BundlePlan known = plan.with(List.of(FACTS));
        try (BundleWriter writer = BundleWriter.open(plan, tar)) {
            writer.slot("models/a").write(0, ByteBuffer.wrap("abc".getBytes(StandardCharsets.UTF_8)));
            writer.settle(known);
            writer.finish();
        }
        Report report = new Verifier("test", Clock.systemUTC()).verify(tar, known.digest());
        assertThat(report.isIntact()).isTrue();
        try (TarView view = TarView.open(tar)) {
            assertThat(ManifestJson.read(view.read(Manifest.PATH, 1 << 20))
                            .models()
                            .get(0)
                            .facts())
                    .isEqualTo(FACTS);
            assertThat(Sha256.of(view.read(Manifest.SUMS, 1 << 20))).isEqualTo(known.sums());
        }
        assertThat(known.digest()).isEqualTo(plan.digest());
        BundlePlan other = new BundlePlan("n", "1", BundleTimestamp.DEFAULT, "/r", List.of(), List.of(file));
        try (BundleWriter writer = BundleWriter.open(plan, tar)) {
            assertThatThrownBy(() -> writer.settle(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
