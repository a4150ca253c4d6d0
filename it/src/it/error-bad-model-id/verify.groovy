import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("org/../../etc")
    assertThat(it.hub().server().log()).isEmpty()
}
