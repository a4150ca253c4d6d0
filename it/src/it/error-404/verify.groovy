import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("404", "demo-1.0-py3-none-any.whl")
    assertThat(it.path("target/error-404-1.0.tar")).doesNotExist()
}
