import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("from https to plain http, which is refused", "/simple/demo/")
    assertThat(it.server().log()).isEmpty()
}
