package dev.airgap.hub.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeReferencesTest {

    private static final String OWN = "{\"auto_map\": {\"AutoModel\": \"modeling_x.X\"}}";

    @TempDir
    Path folder;

    private LoaderFixture model() {
        return new LoaderFixture(folder);
    }

    private static List<String> files(LoaderFixture fixture) {
        return CodeReferences.of(fixture.snapshot()).stream()
                .map(one -> one.repo() + ":" + one.file())
                .toList();
    }

    @Test
    void findsCodeInEverySetting() {
        assertThat(files(model().with("config.json", OWN))).containsExactly(":modeling_x.py");
        assertThat(
                        files(
                                model().with(
                                                "tokenizer_config.json",
                                                "{\"auto_map\": {\"AutoTokenizer\": [\"tok.Slow\", null], \"x\": \"a/b--tok_fast.Fast\"}, \"n\": NaN}")))
                .containsExactly(":tok.py", "a/b:tok_fast.py");
        assertThat(files(model().with("text_encoder/config.json", OWN).with("text_encoder/modeling_x.py", "")))
                .containsExactly(":text_encoder/modeling_x.py");
        assertThat(files(model().with("text_encoder/config.json", OWN).with("modeling_x.py", "")))
                .containsExactly(":modeling_x.py");
        assertThat(files(model().with(
                                "config.json",
                                "{\"custom_pipelines\": {\"p\": {\"impl\": \"pipe.P\", \"pt\": [\"A\"]}}}")))
                .containsExactly(":pipe.py");
        assertThat(files(model().with("config.json", "{\"auto_map\": {\"a\": \"org/name--own.A\"}}")))
                .containsExactly(":own.py");
    }

    @Test
    void findsModulesAndComponentsOfTheirOwn() {
        assertThat(files(model().with(
                                "modules.json",
                                "[{\"type\": \"custom_st.T\"}, {\"type\": \"a/b--other.T\"}, {\"type\": \"installed.models.T\"},"
                                        + "{\"type\": \"sentence_transformers.models.Pooling\"}]")
                        .with("custom_st.py", "")))
                .containsExactly(":custom_st.py", "a/b:other.py");
        assertThat(files(model().with(
                                "model_index.json",
                                "{\"_class_name\": [\"pipeline\", \"P\"], \"unet\": [\"my_unet\", \"U\"], \"vae\": [\"diffusers\", \"V\"]}")
                        .with("pipeline.py", "")
                        .with("unet/my_unet.py", "")))
                .containsExactly(":pipeline.py", ":unet/my_unet.py");
    }

    @Test
    void namesNoCodeWhereThereIsNone() {
        assertThat(files(model().with("config.json", "{}").with("train.py", "")))
                .isEmpty();
        assertThat(files(model().dataset().with("config.json", OWN))).isEmpty();
        assertThat(files(model().with("notes.json", OWN))).isEmpty();
    }

    @Test
    void refusesWhatCanBeNoFile() {
        for (String reference :
                List.of("../../x--m.C", "a/../../b--m.C", "a/b--../m.C", "a/b--.C\\u0000", "..", "a--b--c/d.E")) {
            LoaderFixture model = model().with("config.json", "{\"auto_map\": {\"a\": \"" + reference + "\"}}");
            assertThat(files(model)).as(reference).isEmpty();
            assertThat(CodeReferences.wrong(model.snapshot())).as(reference).hasSize(1);
            assertThat(model.judge().faults()).as(reference).hasSize(1);
        }
        assertThat(model().with("config.json", "{ no json").judge().faults()).hasSize(1);
    }

    @Test
    void wantsTheUsersWord() {
        assertThat(model().with("config.json", OWN)
                        .with("modeling_x.py", "")
                        .judge()
                        .faults()
                        .get(0)
                        .toString())
                .contains(
                        "The model org/name brings code",
                        "config.json: AutoModel is modeling_x.X",
                        "<remoteCode>true</remoteCode>",
                        "<remoteCode>false</remoteCode>",
                        "-Dairgap.remoteCode=org/name");
        assertThat(model().with("config.json", OWN)
                        .consent(Consent.REFUSED)
                        .judge()
                        .faults())
                .isEmpty();
        assertThat(model().with("config.json", OWN)
                        .with("modeling_x.py", "")
                        .consent(Consent.GIVEN)
                        .judge()
                        .faults())
                .isEmpty();
    }

    @Test
    void wantsAllOfTrustedCode() {
        LoaderFixture model = model().consent(Consent.GIVEN).with("config.json", OWN);
        assertThat(model.judge().faults().get(0).what())
                .contains("Code that a loader runs is not there: modeling_x.py");
        model.with(
                        "modeling_x.py",
                        "import torch\nfrom .ops import y\nimport .deep\n    from .late import z\nfrom .pack import p\n")
                .with("ops.py", "from .ops_more import *\n")
                .with("deep.py", "")
                .with("pack/__init__.py", "");
        assertThat(model.judge().faults())
                .extracting(fault -> fault.what().replaceAll(" of org.*", ""))
                .containsExactly(
                        "Code that a loader runs is not there: late.py",
                        "Code that a loader runs is not there: ops_more.py");
    }
}
