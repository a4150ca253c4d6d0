import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("does not have data/absent.zip (404)", it.server().origin() + "/data/absent.zip",
            "Correct the name or the address")
    assertThat(it.path("airgap.lock")).doesNotExist()
    assertThat(it.path("target/error-missing-file-1.0.tar")).doesNotExist()
}
