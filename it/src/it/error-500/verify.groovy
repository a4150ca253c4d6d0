import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("The server company failed to give the page of demo (503)",
            it.index().url().toString() + "demo/", "Try again later: the fault is the server's")
    // It was tried again before giving up.
    assertThat(it.index().server().log("/simple/demo/").size()).isGreaterThan(1)
}
