package dev.airgap.hub.loader;

import dev.airgap.hub.ModelRequest;
import dev.airgap.hub.Weights;
import dev.airgap.hub.loader.SnapshotCheck.Judged;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.testkit.Safetensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays out a snapshot in a folder, as a store has it, and judges it. */
final class LoaderFixture {

    static final String COMMIT = "a".repeat(40);

    private static final Path WEIGHTS = Path.of("src/test/resources/weights");

    private final Path folder;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String weights = "auto";
    private List<String> includes = List.of();
    private Consent consent = Consent.UNSAID;
    private Set<String> repos = Set.of("org/name");
    private String type = "model";

    LoaderFixture(Path folder) {
        this.folder = folder;
    }

    LoaderFixture with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    LoaderFixture with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Adds a file that a format's own library wrote. */
    LoaderFixture sample(String path, String name) throws IOException {
        return with(path, Files.readAllBytes(WEIGHTS.resolve(name)));
    }

    LoaderFixture safetensors(String path) {
        return with(path, Safetensors.ofLength(1000).bytes());
    }

    LoaderFixture weights(String word) {
        this.weights = word;
        return this;
    }

    LoaderFixture includes(String... patterns) {
        this.includes = List.of(patterns);
        return this;
    }

    LoaderFixture consent(Consent word) {
        this.consent = word;
        return this;
    }

    LoaderFixture repos(String... all) {
        this.repos = Set.of(all);
        return this;
    }

    LoaderFixture dataset() {
        this.type = "dataset";
        return this;
    }

    Snapshot snapshot() {
        List<ModelFile> locked = files.entrySet().stream()
                .map(file -> new ModelFile(file.getKey(), file.getValue().length, COMMIT, "b".repeat(64)))
                .toList();
        LockedModel model = new LockedModel("hub", "org/name", type, "main", COMMIT, locked);
        return new Snapshot(model, this::place);
    }

    private Optional<Path> place(ModelFile file) {
        try {
            return Optional.of(Files.write(folder.resolve(file.path().replace('/', '+')), files.get(file.path())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Judged judge() {
        ModelRequest request =
                new ModelRequest("hub", "org/name", type, "main", Weights.parse(weights), includes, List.of(), "");
        return SnapshotCheck.judge(snapshot(), request, consent, repos);
    }
}
