import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def tar = it.tar("target/files-unpack-1.0.tar").isPlain()
    assertThat(tar.text("files/corpus/a.txt")).isEqualTo("one")
    assertThat(tar.text("files/corpus/sub/b.txt")).isEqualTo("two")
    assertThat(tar.text("files/plain/c.txt")).isEqualTo("three")
    assertThat(tar.text("files/nltk_data/tokenizers/punkt_tab/english/abbrev_types.txt")).isEqualTo("dr")
    assertThat(tar.text("files/tessdata/eng.traineddata")).isEqualTo("a language")
    assertThat(tar.names()).anyMatch { name -> name ==~ "files/torch/hub/checkpoints/tiny-[0-9a-f]{8}.pth" }
    // The archives themselves are pinned, and stay behind.
    tar.lacks(".zip", ".tar.gz")
    assertThat(it.read("airgap.lock")).isEqualTo(context.lock)
            .contains("corpus.tar.gz", "unpack = true, strip = 1 }", "unpack = true }").doesNotContain("t0ken")
    assertThat(tar.text("airgap.env")).contains("NLTK_DATA=/opt/airgap/files/nltk_data\n",
            "TESSDATA_PREFIX=/opt/airgap/files/tessdata\n", "TORCH_HOME=/opt/airgap/files/torch\n")
    assertThat(it.sha256("target/files-unpack-1.0.tar")).isEqualTo(context.first)
}
