package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.fault.FaultException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTest {

    private static final String WHERE = "<file> in pom.xml";

    @Test
    void tiktokensNamesAreThoseOfItsCache() {
        assertThat(files("tiktoken:cl100k_base"))
                .containsExactly(new FileSpec(
                        "",
                        "https://openaipublic.blob.core.windows.net/encodings/cl100k_base.tiktoken",
                        "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
                        "tiktoken/9b5ad71b2ce5302211f9c61530b329a4922fc6a4",
                        WHERE));
        assertThat(files("tiktoken:o200k_harmony")).isEqualTo(files("tiktoken:o200k_base"));
        assertThat(files("tiktoken:gpt2").stream().map(FileSpec::path))
                .containsExactly(
                        "tiktoken/6d1cbeee0f20b3d9449abfede4726ed8212e3aee",
                        "tiktoken/6c7ea1a7e38e3a7f062df639a5b80947f075ffe6");
    }

    @Test
    void nltksPackagesAreUnpackedWhereItLooks() {
        assertThat(files("nltk:punkt_tab"))
                .containsExactly(new FileSpec(
                        "",
                        PublicServers.NLTK + "tokenizers/punkt_tab.zip",
                        "",
                        "",
                        "nltk_data/tokenizers/punkt_tab",
                        OptionalInt.of(1),
                        WHERE));
        assertThat(files("nltk:omw-1.4").get(0).path()).isEqualTo("nltk_data/corpora/omw-1.4");
        assertThat(files("nltk:corpora/new_one").get(0).path()).isEqualTo("nltk_data/corpora/new_one");
    }

    @Test
    void checkpointsAndLanguagesLieWhereTheirLoadersLook() {
        FileSpec checkpoint =
                files("torch-hub:quantized/resnet50_fbgemm-23753f79.pth").get(0);
        assertThat(checkpoint.url()).isEqualTo(PublicServers.TORCH_HUB + "quantized/resnet50_fbgemm-23753f79.pth");
        assertThat(checkpoint.path()).isEqualTo("torch/hub/checkpoints/resnet50_fbgemm-23753f79.pth");
        assertThat(checkpoint.start()).isEqualTo("23753f79");
        assertThat(files("tesseract:eng").get(0).path()).isEqualTo("tessdata/eng.traineddata");
    }

    @Test
    void aCopyElsewhereIsHeldToTheSame() {
        FileSpec copy = Preset.files("tiktoken:cl100k_base", "ours", "https://x.example/t/", "", WHERE)
                .get(0);
        assertThat(copy.url()).isEqualTo("https://x.example/t/cl100k_base.tiktoken");
        assertThat(copy.source()).isEqualTo("ours");
        assertThat(copy.sha256()).isEqualTo(files("tiktoken:cl100k_base").get(0).sha256());
        assertThat(copy.path()).isEqualTo(files("tiktoken:cl100k_base").get(0).path());
        assertThat(Preset.files("nltk:punkt", "", "https://x.example/p.zip", "0".repeat(64), WHERE)
                        .get(0)
                        .url())
                .isEqualTo("https://x.example/p.zip");
        assertThat(Preset.files("tiktoken:gpt2", "", "https://x.example/", "", WHERE).stream()
                        .map(FileSpec::url))
                .containsExactly("https://x.example/vocab.bpe", "https://x.example/encoder.json");
    }

    @Test
    void whatContradictsAPresetIsRefused() {
        assertThat(refused("tiktoken:cl100k_base", "", "0".repeat(64))).contains("another sha256", WHERE);
        assertThat(refused("tiktoken:gpt2", "https://x.example/vocab.bpe", "")).contains("has 2 files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiktoken:cl100k",
                "nltk:punkt-tab",
                "nltk:../../etc",
                "nltk:corpora/../x",
                "tesseract:../eng",
                "torch-hub:resnet50.pth",
                "torch-hub:../x-0676ba61.pth",
                "toktoken:cl100k_base",
                "tiktoken"
            })
    void whatIsUnknownIsRefusedWithWhatIsNear(String word) {
        assertThat(refused(word, "", "")).contains("The preset " + word + " is unknown", WHERE, "-> ");
    }

    @Test
    void addressesAreNoPresets() {
        assertThat(Preset.is("https://x.example/a")).isFalse();
        assertThat(Preset.is("nltk:punkt")).isTrue();
    }

    private static List<FileSpec> files(String word) {
        return Preset.files(word, "", "", "", WHERE);
    }

    private static String refused(String word, String url, String sha256) {
        FaultException told =
                catchThrowableOfType(FaultException.class, () -> Preset.files(word, "", url, sha256, WHERE));
        return String.valueOf(told.faults().get(0));
    }
}
