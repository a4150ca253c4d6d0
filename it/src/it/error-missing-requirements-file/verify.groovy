import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("requirements-prod.txt")
    // A mistyped file name never becomes a question to an index.
    assertThat(it.index().server().log()).isEmpty()
}
