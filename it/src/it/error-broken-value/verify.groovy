import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    // All of them at once, each with its element and what it could have been.
    it.log().failsInSentences().says("The value of <prereleases> is unknown: sometimes",
            "<prereleases> in", "pom.xml", "Expected one of default, allow, never.",
            "The value of <resolution> is unknown: newest", "Expected one of highest, lowest, lowest-direct.",
            "The root is no plain absolute path: opt/airgap", "<root> in", "as in /opt/airgap")
    assertThat(it.index().server().log()).isEmpty()
}
