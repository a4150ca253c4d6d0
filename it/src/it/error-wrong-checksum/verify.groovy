import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("demo-1.0-py3-none-any.whl", "sha256")
    assertThat(it.path("target/error-wrong-checksum-1.0.tar")).doesNotExist()
    assertThat(it.path("target")).isDirectoryNotContaining("glob:**.tar*")
}
