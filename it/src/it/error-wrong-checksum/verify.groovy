import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("demo-1.0-py3-none-any.whl has the wrong checksum; nothing of it was kept",
            "expected sha256: " + context.sha256, "actual sha256: ", "Lock again if the file was replaced on purpose")
    assertThat(it.path("target/error-wrong-checksum-1.0.tar")).doesNotExist()
    assertThat(it.path("target")).isDirectoryNotContaining("glob:**.tar*")
}
