package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final List<PlannedFile> MINI_LM = listing(
            ".gitattributes 1229",
            "1_Pooling/config.json 190",
            "README.md 10454",
            "config.json 612",
            "config_sentence_transformers.json 116",
            "data_config.json 39265",
            "model.safetensors 90868376",
            "modules.json 349",
            "onnx/model.onnx 90405214",
            "onnx/model_O1.onnx 90360328",
            "onnx/model_O2.onnx 90326566",
            "onnx/model_O3.onnx 90326497",
            "onnx/model_O4.onnx 45212349",
            "onnx/model_qint8_arm64.onnx 23026053",
            "onnx/model_qint8_avx512.onnx 23026053",
            "onnx/model_qint8_avx512_vnni.onnx 23026053",
            "onnx/model_quint8_avx2.onnx 23046789",
            "openvino/openvino_model.bin 90265744",
            "openvino/openvino_model.xml 211315",
            "openvino/openvino_model_qint8_quantized.bin 22933664",
            "openvino/openvino_model_qint8_quantized.xml 368006",
            "pytorch_model.bin 90888945",
            "rust_model.ot 90887379",
            "sentence_bert_config.json 53",
            "special_tokens_map.json 112",
            "tf_model.h5 91005696",
            "tokenizer.json 466247",
            "tokenizer_config.json 350",
            "train_script.py 13156",
            "vocab.txt 231508");

    @Test
    void takesSafetensorsAloneAndTellsTheRest() {
        Selection selection = choose("auto", MINI_LM);

        assertThat(paths(selection))
                .containsExactly(
                        ".gitattributes",
                        "1_Pooling/config.json",
                        "README.md",
                        "config.json",
                        "config_sentence_transformers.json",
                        "data_config.json",
                        "model.safetensors",
                        "modules.json",
                        "sentence_bert_config.json",
                        "special_tokens_map.json",
                        "tokenizer.json",
                        "tokenizer_config.json",
                        "train_script.py",
                        "vocab.txt");
        assertThat(selection.leftOut())
                .extracting(LeftOut::toString)
                .containsExactly(
                        "onnx/ (9 files, 498.8 MB, another format)",
                        "openvino/ (4 files, 113.8 MB, another format)",
                        "pytorch_model.bin (90.9 MB, pickle)",
                        "rust_model.ot (90.9 MB, another format)",
                        "tf_model.h5 (91.0 MB, another format)");
    }

    @Test
    void takesEverythingWhereAllIsAskedFor() {
        assertThat(choose("all", MINI_LM).files()).hasSize(MINI_LM.size());
        assertThat(choose("all", MINI_LM).leftOut()).isEmpty();
    }

    @Test
    void takesTheFormatsThatAreListedWithoutTheirCopies() {
        Selection selection = choose("onnx, safetensors", MINI_LM);

        assertThat(paths(selection)).contains("model.safetensors", "onnx/model.onnx");
        assertThat(paths(selection)).doesNotContain("onnx/model_O1.onnx", "pytorch_model.bin");
        assertThat(told(selection)).contains("onnx/model_qint8_avx512_vnni.onnx (23.0 MB, variant qint8_avx512_vnni)");
    }

    @Test
    void takesWhatAnIncludeNames() {
        Selection selection = choose("auto", List.of("*", "onnx/model_O4.onnx"), List.of(), MINI_LM);

        assertThat(paths(selection)).contains("model.safetensors", "onnx/model_O4.onnx");
        assertThat(paths(selection)).doesNotContain("onnx/model.onnx");
        assertThat(paths(choose("auto", List.of("*.json", "pytorch_model.bin"), List.of(), MINI_LM)))
                .contains("config.json", "pytorch_model.bin")
                .doesNotContain("model.safetensors", "vocab.txt");
    }

    @Test
    void tellsWhatThePatternsLeaveOut() {
        Selection selection = choose("auto", List.of("*.json", "*.safetensors"), List.of("data_*"), MINI_LM);

        assertThat(told(selection)).anyMatch(line -> line.startsWith("other files (21 files, "));
    }

    @Test
    void refusesPatternsThatLeaveNothing() {
        assertThatThrownBy(() -> choose("auto", List.of("*.JSON"), List.of(), MINI_LM))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("No file of org/name@main passes the includes and excludes")
                .hasMessageContaining("it has .gitattributes, 1_Pooling/config.json");
    }

    @Test
    void takesAPicklesOnlyWhenAskedFor() {
        List<PlannedFile> repo = listing(
                "config.json 600",
                "pytorch_model-00001-of-00002.bin 900",
                "pytorch_model-00002-of-00002.bin 800",
                "pytorch_model.bin.index.json 70",
                "training_args.bin 5");

        assertThatThrownBy(() -> choose("auto", repo))
                .hasMessageContaining("has its weights as pickle alone")
                .hasMessageContaining("pickle: pytorch_model.bin (1.7 kB)")
                .hasMessageContaining("<weights>pickle</weights>");
        for (String asked : List.of("pickle", "pytorch")) {
            assertThat(paths(choose(asked, repo)))
                    .containsExactly(
                            "config.json",
                            "pytorch_model-00001-of-00002.bin",
                            "pytorch_model-00002-of-00002.bin",
                            "pytorch_model.bin.index.json");
            assertThat(told(choose(asked, repo)))
                    .containsExactly("training_args.bin (5 B, state of a training, pickle)");
        }
        assertThat(paths(choose("auto", List.of("*", "*.bin", "*.bin.index.json"), List.of(), repo)))
                .hasSize(5);
    }

    @Test
    void leavesTheChoiceBesideAPickleToTheUser() {
        List<PlannedFile> repo = listing(
                "config.json 600",
                "pytorch_model.bin 2271145830",
                "onnx/model.onnx 724923",
                "onnx/model.onnx_data 2266820608");

        assertThatThrownBy(() -> choose("auto", repo))
                .hasMessageContaining("has no safetensors")
                .hasMessageContaining("onnx: onnx/model.onnx (724.9 kB), onnx/model.onnx_data (2.3 GB)")
                .hasMessageContaining("<weights>onnx</weights>");
        assertThat(paths(choose("onnx", repo)))
                .containsExactly("config.json", "onnx/model.onnx", "onnx/model.onnx_data");
        assertThat(paths(choose("auto", List.of("*", "pytorch_model.bin"), List.of(), repo)))
                .containsExactly("config.json", "pytorch_model.bin");
    }

    @Test
    void leavesTheIndexOfALeftOutFormatOut() {
        Selection selection = choose(
                "auto",
                listing(
                        "model-00001-of-00002.safetensors 10",
                        "model-00002-of-00002.safetensors 10",
                        "model.safetensors.index.json 1",
                        "pytorch_model-00001-of-00002.bin 10",
                        "pytorch_model-00002-of-00002.bin 10",
                        "pytorch_model.bin.index.json 1",
                        "tokenizer.json 1"));

        assertThat(paths(selection))
                .containsExactly(
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json",
                        "tokenizer.json");
        assertThat(told(selection))
                .containsExactly(
                        "pytorch_model-*-of-00002.bin (2 files, 20 B, pickle)",
                        "pytorch_model.bin.index.json (1 B, pickle)");
    }

    @Test
    void takesEachPartOfAPipelineOnce() {
        Selection selection = choose(
                "auto",
                listing(
                        "model_index.json 1",
                        "sd_xl_base_1.0.safetensors 6938078334",
                        "sd_xl_base_1.0_0.9vae.safetensors 6938081905",
                        "sd_xl_offset_example-lora_1.0.safetensors 49553604",
                        "scheduler/scheduler_config.json 1",
                        "text_encoder/config.json 1",
                        "text_encoder/flax_model.msgpack 4",
                        "text_encoder/model.fp16.safetensors 2",
                        "text_encoder/model.onnx 4",
                        "text_encoder/model.safetensors 4",
                        "text_encoder/openvino_model.bin 4",
                        "text_encoder/openvino_model.xml 1",
                        "tokenizer/vocab.json 1",
                        "unet/config.json 1",
                        "unet/diffusion_pytorch_model.fp16-00001-of-00002.safetensors 5",
                        "unet/diffusion_pytorch_model.safetensors 10",
                        "unet/diffusion_pytorch_model.bin 10",
                        "vae_decoder/config.json 1",
                        "vae_decoder/model.onnx 3",
                        "vae_1_0/diffusion_pytorch_model.fp16.safetensors 3"));

        assertThat(paths(selection))
                .containsExactly(
                        "model_index.json",
                        "scheduler/scheduler_config.json",
                        "sd_xl_offset_example-lora_1.0.safetensors",
                        "text_encoder/config.json",
                        "text_encoder/model.safetensors",
                        "tokenizer/vocab.json",
                        "unet/config.json",
                        "unet/diffusion_pytorch_model.safetensors",
                        "vae_1_0/diffusion_pytorch_model.fp16.safetensors",
                        "vae_decoder/config.json");
        assertThat(told(selection))
                .contains(
                        "sd_xl_base_1.0.safetensors (6.9 GB, second copy of the pipeline's weights in one file)",
                        "text_encoder/model.fp16.safetensors (2 B, variant fp16)",
                        "unet/diffusion_pytorch_model.bin (10 B, pickle)",
                        "vae_decoder/model.onnx (3 B, another format)");
    }

    @Test
    void refusesToLeaveAPartWithoutItsWeights() {
        List<PlannedFile> repo = listing(
                "modules.json 1",
                "config.json 1",
                "model.safetensors 10",
                "pytorch_model.bin 10",
                "2_Dense/config.json 1",
                "2_Dense/pytorch_model.bin 3");

        assertThatThrownBy(() -> choose("auto", repo))
                .hasMessageContaining("would go without weights that it needs: those in 2_Dense/ are pickle alone")
                .hasMessageContaining("<include>*</include><include>2_Dense/pytorch_model.bin</include>");
        assertThat(paths(choose("auto", List.of("*", "2_Dense/pytorch_model.bin"), List.of(), repo)))
                .containsExactly(
                        "2_Dense/config.json",
                        "2_Dense/pytorch_model.bin",
                        "config.json",
                        "model.safetensors",
                        "modules.json");
    }

    @Test
    void leavesSecondCopiesOfTheSameFormatOut() {
        Selection gptOss = choose(
                "auto",
                listing(
                        "config.json 1",
                        "metal/model.bin 13750886400",
                        "model-00000-of-00002.safetensors 4792272488",
                        "model-00001-of-00002.safetensors 4798702184",
                        "model-00002-of-00002.safetensors 4170342232",
                        "model.safetensors.index.json 36355",
                        "original/config.json 376",
                        "original/model.safetensors 13761300984"));

        assertThat(paths(gptOss))
                .containsExactly(
                        "config.json",
                        "model-00000-of-00002.safetensors",
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json",
                        "original/config.json");
        Selection mistral = choose(
                "auto",
                listing(
                        "consolidated.safetensors 14",
                        "model-00001-of-00001.safetensors 14",
                        "checkpoint-500/model.safetensors 14",
                        "checkpoint-500/optimizer.pt 28",
                        "params.json 1"));
        assertThat(told(mistral))
                .containsExactly(
                        "checkpoint-500/ (2 files, 42 B, checkpoint of a training; state of a training, pickle)",
                        "consolidated.safetensors (14 B, second copy of the same weights)");
    }

    @Test
    void takesTheOneFormatOfARepositoryThatHasNoOther() {
        assertThat(paths(choose(
                        "auto",
                        listing(
                                "config.json 1",
                                "onnx/decoder_model_merged.onnx 9",
                                "onnx/decoder_model_merged_q4f16.onnx 2",
                                "onnx/encoder_model.onnx 9",
                                "onnx/encoder_model_quantized.onnx 3"))))
                .containsExactly("config.json", "onnx/decoder_model_merged.onnx", "onnx/encoder_model.onnx");
        assertThat(paths(choose("auto", listing("config.json 1", "model.bin 9", "vocabulary.json 1"))))
                .hasSize(3);
        assertThat(paths(choose("auto", listing("README.md 1", "ggml-base.en.bin 9"))))
                .hasSize(2);
        assertThat(paths(choose("auto", listing("tokenizer.json 1")))).hasSize(1);
    }

    @Test
    void takesOneQuantisationAndDoesNotGuessWhich() {
        List<PlannedFile> repo = listing(
                "README.md 1",
                "config.json 1",
                "mmproj-model-f16.gguf 800",
                "model-Q2_K.gguf 2000",
                "model-Q4_K_M.gguf 4000",
                "Q8_0/model-Q8_0-00001-of-00002.gguf 4000",
                "Q8_0/model-Q8_0-00002-of-00002.gguf 4000");

        assertThatThrownBy(() -> choose("auto", repo))
                .hasMessageContaining("has several quantisations, and one serves")
                .hasMessageContaining("Q8_0/model-Q8_0.gguf (8.0 kB)");
        assertThatThrownBy(() -> choose("gguf", repo)).hasMessageContaining("has several quantisations");
        assertThat(paths(choose("auto", List.of("*.json", "*Q4_K_M.gguf"), List.of(), repo)))
                .containsExactly("config.json", "model-Q4_K_M.gguf");
        assertThat(paths(choose("auto", List.of(), List.of("Q8_0/", "*Q2_K*"), repo)))
                .contains("model-Q4_K_M.gguf", "mmproj-model-f16.gguf");
        assertThat(choose("all", repo).files()).hasSize(7);
    }

    @Test
    void tellsWhichFormatsThereAreWhereTheOneAskedForIsNot() {
        assertThatThrownBy(() -> choose("gguf,flax", MINI_LM))
                .hasMessageContaining("org/name@main has no weights as gguf or flax")
                .hasMessageContaining("safetensors: model.safetensors (90.9 MB)")
                .hasMessageContaining("onnx: 9 files (498.8 MB)");
    }

    @Test
    void takesADatasetWhole() {
        ModelRequest request =
                new ModelRequest("hub", "org/name", "dataset", "main", Weights.AUTO, List.of("data/*"), List.of(), "");

        assertThat(paths(Selection.of(request, listing("data/a.parquet 1", "data/b.bin 1", "README.md 1"))))
                .containsExactly("data/a.parquet", "data/b.bin");
    }

    @Test
    void readsWeightsInOneForm() {
        assertThat(Weights.parse(" ONNX,pytorch ")).hasToString("onnx,pickle");
        assertThat(Weights.parse("")).isEqualTo(Weights.AUTO).hasToString("auto");
        assertThatThrownBy(() -> Weights.parse("onnx,exe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"exe\" is no weight format; known are auto, all, safetensors, gguf");
    }

    private static Selection choose(String weights, List<PlannedFile> listing) {
        return choose(weights, List.of(), List.of(), listing);
    }

    private static Selection choose(
            String weights, List<String> includes, List<String> excludes, List<PlannedFile> listing) {
        return Selection.of(
                new ModelRequest("hub", "org/name", "model", "main", Weights.parse(weights), includes, excludes, ""),
                listing);
    }

    private static List<String> paths(Selection selection) {
        return selection.files().stream().map(PlannedFile::path).toList();
    }

    private static List<String> told(Selection selection) {
        return selection.leftOut().stream().map(LeftOut::toString).toList();
    }

    private static List<PlannedFile> listing(String... lines) {
        List<PlannedFile> files = new ArrayList<>();
        for (String line : lines) {
            int space = line.lastIndexOf(' ');
            files.add(new PlannedFile(line.substring(0, space), Long.parseLong(line.substring(space + 1)), "", ""));
        }
        return files;
    }
}
