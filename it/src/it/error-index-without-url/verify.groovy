import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    // It never falls back to the public index, where anybody may own the name.
    it.log().failsInSentences().says("The index company has no <url>", "<index> in", "pom.xml", "a property that resolves to nothing")
            .hides("127.0.0.1:9", "pypi.org")
    assertThat(it.path("airgap.lock")).doesNotExist()
}
