import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("The server company answers no more for now: too many requests (429)",
            it.index().url().toString() + "demo/", "Try again later")
    // It was tried again before giving up.
    assertThat(it.index().server().log("/simple/demo/").size()).isGreaterThan(1)
}
