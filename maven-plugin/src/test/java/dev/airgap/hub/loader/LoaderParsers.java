package dev.airgap.hub.loader;

import dev.airgap.fuzz.Fuzzed;
import dev.airgap.hub.ModelRequest;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the parsers of this room that read what strangers wrote. */
public final class LoaderParsers {

    private LoaderParsers() {}

    public static List<Fuzzed> all() {
        return List.of(
                fuzzed(
                        "loader.config",
                        "config.json",
                        "{\"auto_map\": {\"AutoModel\": \"a/b--m.C\"}, \"vocab_size\": 3}"),
                fuzzed("loader.modules", "modules.json", "[{\"path\": \"1_Pooling\", \"type\": \"a.B\"}]"),
                fuzzed(
                        "loader.pipeline",
                        "model_index.json",
                        "{\"unet\": [\"diffusers\", \"U\"], \"vae\": [null, null]}"),
                fuzzed("loader.adapter", "adapter_config.json", "{\"base_model_name_or_path\": \"org/base\"}"),
                fuzzed("loader.card", "README.md", "---\nlicense:\n- mit\ntags: [a]\n---\n# T\n"));
    }

    private static Fuzzed fuzzed(String name, String path, String seed) {
        return Fuzzed.bytes(
                name,
                input -> read(input, path),
                List.of(seed.getBytes(StandardCharsets.UTF_8)),
                "{ } [ ] , : \" \"auto_map\":{ \"type\": \"path\": -- .. ../ \\u0000 null NaN 1e999 --- license: - # '");
    }

    private static void read(byte[] input, String path) {
        try {
            Path file = Files.createTempFile("fuzz", ".json");
            try {
                Files.write(file, input);
                LockedModel model = new LockedModel(
                        "hub",
                        "org/name",
                        "model",
                        "main",
                        "a".repeat(40),
                        List.of(new ModelFile(path, input.length, "a".repeat(40), "b".repeat(64))));
                SnapshotCheck.judge(
                        new Snapshot(model, any -> Optional.of(file)),
                        ModelRequest.of("hub", "org/name", "main"),
                        Consent.GIVEN,
                        Set.of());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
