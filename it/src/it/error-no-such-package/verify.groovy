import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("reqeusts", "requirements.txt", "company")
    assertThat(it.path("target/error-no-such-package-1.0.tar")).doesNotExist()
    assertThat(it.path("airgap.lock")).doesNotExist()
}
