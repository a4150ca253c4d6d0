import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def log = it.log().failsInSentences()
    log.says("sentence-transformers can't load org/modules@", "its module Pooling lacks 1_Pooling/config.json",
            "its module Dense lacks 2_Dense/", "leave modules.json out by <excludes>",
            "The index model.safetensors.index.json of org/index@", "model-00002-of-00002.safetensors",
            "The weights tiny-*-of-00003.gguf of org/split@", "actual: 1; missing tiny-00002-of-00003.gguf, tiny-00003-of-00003.gguf",
            "diffusers can't load org/pipeline@", "its component unet lacks its weights",
            "The settings of org/unread@", "config.json is no JSON that can be read")
    // What may be meant is told, and fails nothing by itself.
    def warnings = log.lines("[WARNING]").join("\n")
    assertThat(warnings).contains("The pipeline org/pipeline@", "has no vae/",
            "needs the model org/elsewhere, which is not in the bundle: add <model>org/elsewhere</model>",
            "is a model of texts by its config.json and has no tokenizer's file",
            "is a model of pictures or sound by its config.json")
    assertThat(warnings).doesNotContain("needs the model org/base", "feature_extractor", "3_Normalize")
    assertThat(log.lines("needs the model org/elsewhere")).hasSize(1)
    // All of it shows before a weight is fetched, and nothing is pinned.
    assertThat(it.path("airgap.lock")).doesNotExist()
}
