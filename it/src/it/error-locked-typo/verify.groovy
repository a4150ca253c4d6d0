import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    // A word that means nothing must not unlock.
    it.log().failsInSentences().says("airgap.locked is neither true nor false: yes", "Write true or false.")
    assertThat(it.path("airgap.lock")).doesNotExist()
    assertThat(it.index().server().log()).isEmpty()
}
