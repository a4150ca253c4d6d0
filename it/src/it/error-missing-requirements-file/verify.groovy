import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("There is no file requirements-prod.txt", "<requirement> in",
            "looked for " + it.path("requirements-prod.txt"), "write a requirement as name==version")
    // A mistyped file name never becomes a question to an index.
    assertThat(it.index().server().log()).isEmpty()
}
