import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("is no repository id: it has more than one slash", "<model> in",
            "Write it as its page on the hub shows it")
    assertThat(it.hub().server().log()).isEmpty()
}
