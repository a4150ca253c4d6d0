package dev.airgap.hub.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.hub.ModelRequest;
import dev.airgap.hub.loader.SnapshotCheck.Judged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCheckTest {

    private static final String TEXTS = "{\"model_type\": \"bert\", \"vocab_size\": 7}";

    @TempDir
    Path folder;

    private LoaderFixture model() {
        return new LoaderFixture(folder);
    }

    private static List<String> faults(Judged judged) {
        return judged.faults().stream().map(Object::toString).toList();
    }

    private static void clean(Judged judged) {
        assertThat(faults(judged)).isEmpty();
        assertThat(judged.warnings()).isEmpty();
    }

    @Test
    void tellsWhatFilesSay() throws IOException {
        Judged judged = model().with("README.md", "---\nlicense: apache-2.0\n---\n")
                .sample("model.safetensors", "plain.safetensors")
                .judge();

        clean(judged);
        assertThat(judged.facts().license()).isEqualTo("apache-2.0");
        assertThat(judged.facts().weights()).hasSize(1);
        assertThat(judged.facts().weights().get(0).format()).isEqualTo("safetensors");
        assertThat(judged.facts().weights().get(0).parameters()).isPositive();
    }

    @Test
    void countsOneCopyOfTheWeights() {
        ModelFacts facts = model().safetensors("model-00001-of-00002.safetensors")
                .safetensors("model-00002-of-00002.safetensors")
                .safetensors("model.fp16.safetensors")
                .safetensors("vae/model.safetensors")
                .judge()
                .facts();

        long one = 1000 - 8 - 120;
        assertThat(facts.weights())
                .containsExactly(new ModelFacts.Weights("safetensors", 3 * one, new TreeMap<>(Map.of("U8", 3L))));
    }

    @Test
    void takesTheLicenceOfAGgufWhereNoPageHasOne() throws IOException {
        assertThat(model().sample("a.gguf", "full.gguf").judge().facts().license())
                .isEqualTo("apache-2.0");
    }

    @Test
    void refusesAHeaderThatDoesNotFit() throws IOException {
        for (String name : List.of("bad-overlap.safetensors", "bad-huge.safetensors", "bad-twice.safetensors")) {
            assertThat(faults(model().sample("model.safetensors", name).judge()))
                    .as(name)
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("The safetensors file model.safetensors of org/name@" + LoaderFixture.COMMIT)
                    .contains("can't be used")
                    .contains("  -> ");
        }
    }

    @Test
    void refusesAPickleUnderAnotherName() throws IOException {
        assertThat(faults(model().sample("model.safetensors", "disguised.safetensors")
                        .weights("all")
                        .judge()))
                .hasSize(1)
                .first()
                .asString()
                .contains("is not what its name promises", "by its content: pickle");
        assertThat(faults(model().sample("openvino/m.bin", "torch.pt")
                        .with("openvino/m.xml", "<net/>")
                        .weights("all")
                        .judge()))
                .hasSize(1)
                .first()
                .asString()
                .contains("by its name: openvino");
    }

    @Test
    void takesAPickleByNameAlone() throws IOException {
        for (String sample : List.of("protocol-0.bin", "protocol-5.bin", "torch.pt", "objects.npz", "model.nemo")) {
            assertThat(faults(model().sample("weights.dat", sample).judge()))
                    .as(sample)
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("weights.dat of org/name@", "was not asked for by name");
            assertThat(faults(model().sample("weights.dat", sample)
                            .includes("*.dat")
                            .judge()))
                    .as("a pattern that doesn't know what it takes")
                    .hasSize(1);
            for (Judged named : List.of(
                    model().sample("weights.dat", sample)
                            .includes("weights.dat")
                            .judge(),
                    model().sample("weights.dat", sample)
                            .weights("safetensors,pickle")
                            .judge(),
                    model().sample("weights.dat", sample).weights("all").judge())) {
                assertThat(faults(named)).isEmpty();
                assertThat(named.warnings()).hasSize(1).first().asString().contains("can run code when it is loaded");
            }
        }
    }

    @Test
    void holdsHonestPicklesToTheSameWord() throws IOException {
        assertThat(faults(model().sample("pytorch_model.bin", "torch.pt").judge()))
                .hasSize(1);
        clean(model().sample("pytorch_model.bin", "torch.pt").includes("*.bin").judge());
        clean(model().sample("pytorch_model.bin", "torch.pt").weights("pytorch").judge());
    }

    @Test
    void takesNoTextAndNoArchiveForAPickle() throws IOException {
        clean(model().with("vocab.txt", "cos\nsystem\n(S'x'\ntR.").judge());
        Judged packed = model().sample("examples.zip", "other.zip").judge();
        assertThat(faults(packed)).isEmpty();
        assertThat(packed.warnings()).hasSize(1).first().asString().contains("an archive that is not looked into");
        assertThat(faults(model().sample("vocab.txt", "torch.pt").judge())).hasSize(1);
        assertThat(faults(model().sample("weights.zip", "torch.pt").judge())).hasSize(1);
        clean(model().sample("vectors.npz", "plain.npz").judge());
    }

    @Test
    void leavesDatasetsToTheirUsers() throws IOException {
        clean(model().dataset().sample("a.dat", "torch.pt").judge());
    }

    @Test
    void wantsTheFilesBesideAnOnnxFile() throws IOException {
        LoaderFixture onnx = model().sample("onnx/model.onnx", "external.onnx");
        assertThat(faults(onnx.judge()).get(0))
                .contains("expected: onnx/model.onnx_data, 128 bytes or more", "no such file");
        assertThat(faults(onnx.with("onnx/model.onnx_data", new byte[127]).judge())
                        .get(0))
                .contains("too short", "actual: 127 bytes");
        clean(onnx.with("onnx/model.onnx_data", new byte[128]).judge());
    }

    @Test
    void wantsTheShardsOfAnIndex() {
        String index =
                "{\"weight_map\": {\"a\": \"m-00001-of-00002.safetensors\", \"b\": \"m-00002-of-00002.safetensors\"}}";
        LoaderFixture shards =
                model().with("m.safetensors.index.json", index).safetensors("m-00001-of-00002.safetensors");
        assertThat(faults(shards.judge()).get(0)).contains("names weights that are not there", "m-00002-of-00002");
        clean(shards.safetensors("m-00002-of-00002.safetensors").judge());
        // An index that only says how another format would be read.
        clean(model().with("m.safetensors.index.json", index)
                .with("a.h5", "weights")
                .weights("all")
                .judge());
        assertThat(faults(model().with("m.safetensors.index.json", index).judge()))
                .hasSize(1);
        assertThat(faults(model().with("m.safetensors.index.json", "{\"weight_map\": {\"a\": \"../x\"}}")
                        .judge()))
                .hasSize(1);
    }

    @Test
    void wantsAllPartsByTheirNumbers() throws IOException {
        assertThat(faults(model().sample("a-00001-of-00002.gguf", "full.gguf").judge())
                        .get(0))
                .contains("actual: 1; missing a-00002-of-00002.gguf");
        assertThat(model().safetensors("a-00001-of-00002.safetensors")
                        .safetensors("a-00002-of-00002.safetensors")
                        .judge()
                        .warnings())
                .hasSize(1)
                .first()
                .asString()
                .contains("have no index beside them");
    }

    @Test
    void wantsTheModulesOfSentenceTransformers() {
        String modules = "[{\"path\": \"\", \"type\": \"sentence_transformers.models.Transformer\"},"
                + "{\"path\": \"1_Pooling\", \"type\": \"sentence_transformers.models.Pooling\"},"
                + "{\"path\": \"2_Dense\", \"type\": \"sentence_transformers.models.Dense\"},"
                + "{\"path\": \"3_Own\", \"type\": \"their.package.Own\"},"
                + "{\"path\": \"4_Normalize\", \"type\": \"sentence_transformers.models.Normalize\"}]";
        LoaderFixture model =
                model().with("modules.json", modules).with("config.json", "{}").safetensors("onnx/model.safetensors");
        assertThat(faults(model.judge()))
                .hasSize(3)
                .anyMatch(fault -> fault.contains("Pooling lacks 1_Pooling/config.json"))
                .anyMatch(fault -> fault.contains("Dense lacks 2_Dense/config.json"))
                .anyMatch(fault -> fault.contains("expected: weights in 2_Dense/"));
        clean(model.with("1_Pooling/config.json", "{}")
                .with("2_Dense/config.json", "{}")
                .safetensors("2_Dense/model.safetensors")
                .judge());
        assertThat(faults(model().with("modules.json", "[{\"path\": \"../x\", \"type\": \"a.B\"}]")
                        .judge()))
                .hasSize(1)
                .first()
                .asString()
                .contains("names a folder that can't be: ../x");
    }

    @Test
    void readsTheTopFolderByAnyName() {
        clean(model().with(
                        "modules.json",
                        "[{\"path\": \".\", \"type\": \"sentence_transformers.models.StaticEmbedding\"}]")
                .with("tokenizer.json", "{}")
                .safetensors("model.safetensors")
                .judge());
    }

    @Test
    void wantsTheComponentsOfAPipeline() {
        LoaderFixture pipeline = model().with(
                        "model_index.json",
                        "{\"_class_name\": \"P\", \"a\": [null, null], \"unet\": [\"diffusers\", \"U\"], \"vae\": [\"diffusers\", \"V\"]}")
                .with("unet/config.json", "{}");
        Judged judged = pipeline.judge();
        assertThat(faults(judged)).hasSize(1).first().asString().contains("component unet lacks its weights");
        assertThat(judged.warnings()).hasSize(1).first().asString().contains("has no vae/");
        clean(pipeline.safetensors("unet/x.safetensors")
                .with("vae/scheduler_config.json", "{}")
                .judge());
    }

    @Test
    void namesTheBaseOfAnAdapter() {
        LoaderFixture adapter = model().safetensors("adapter_model.safetensors")
                .with("adapter_config.json", "{\"base_model_name_or_path\": \"org/base\"}");
        assertThat(adapter.judge().warnings())
                .containsExactly("The adapter org/name@" + LoaderFixture.COMMIT
                        + " needs the model org/base, which is not in the bundle: add <model>org/base</model>, unless the"
                        + " program brings it.");
        clean(adapter.repos("org/name", "org/base").judge());
        assertThat(model().with("adapter_config.json", "{\"base_model_name_or_path\": \"/home/me\\u001b/x\"}")
                        .judge()
                        .warnings())
                .containsExactly("The adapter org/name@" + LoaderFixture.COMMIT
                        + " needs the model /home/me\ufffd/x, which is not in the bundle: it is a folder of its maker's:"
                        + " the program has to bring that model.");
    }

    @Test
    void namesTokenizersAndProcessorsThatAreNotThere() {
        LoaderFixture texts = model().with("config.json", TEXTS).safetensors("model.safetensors");
        assertThat(texts.judge().warnings()).hasSize(1).first().asString().contains("no tokenizer's file");
        assertThat(texts.with("tokenizer_config.json", "{}").judge().warnings()).hasSize(1);
        for (String file : List.of("vocab.txt", "tokenizer.model", "spiece.model", "tokenizer.json", "qwen.tiktoken")) {
            clean(model().with("config.json", TEXTS)
                    .safetensors("model.safetensors")
                    .with(file, "x")
                    .judge());
        }
        clean(texts.with("tokenizer_config.json", "{\"tokenizer_class\": \"ByT5Tokenizer\"}")
                .judge());
        clean(model().with("config.json", TEXTS).judge());
        LoaderFixture pictures = model().with("config.json", "{\"model_type\": \"vit\", \"image_size\": 7}")
                .safetensors("model.safetensors");
        assertThat(pictures.judge().warnings()).hasSize(1).first().asString().contains("preprocessor_config.json");
        clean(pictures.with("preprocessor_config.json", "{}").judge());
    }

    @Test
    void namesAModelWithoutWeights() {
        String config = "{\"architectures\": [\"BertModel\"]}";
        assertThat(model().with("config.json", config).judge().warnings())
                .hasSize(1)
                .first()
                .asString()
                .contains("has no weights of any format");
        clean(model().with("config.json", config)
                .with("a.h5", "weights")
                .weights("tensorflow")
                .judge());
    }

    @Test
    void passesOverWhatWasNotFetched() {
        Snapshot snapshot = new Snapshot(
                model().safetensors("model.safetensors")
                        .with("config.json", "{ no")
                        .snapshot()
                        .model(),
                file -> Optional.empty());
        clean(SnapshotCheck.judge(snapshot, ModelRequest.of("hub", "org/name", "main"), Consent.UNSAID, Set.of()));
    }
}
