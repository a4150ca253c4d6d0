import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("503", "company")
    assertThat(it.index().server().log("/simple/demo/").size()).isGreaterThan(1)
}
