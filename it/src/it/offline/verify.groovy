import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.index().server().log()).isEmpty()
    it.log(4).failsInSentences().says("Offline", "demo", "company", it.path("empty").toString(), "AIRGAP_STORE")
}
