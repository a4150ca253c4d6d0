import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.read("default.lock")).contains("demo-1.0-", "early-0.1a2-", "picked-2.0b2-").doesNotContain("2.0rc1")
    assertThat(it.read("allow.lock")).contains("demo-2.0rc1-", "early-0.1a2-", "picked-2.0b2-")
    it.log(3).failsInSentences().says("early 0.1a1 and 0.1a2 are pre-releases, which are ruled out", "airgap.prereleases is set to never")
    assertThat(it.read("one.lock")).contains("demo-2.0rc1-", "early-0.1a2-", "picked-2.0b2-", '"demo=allow"')
    // What could not be locked anew stays as it was.
    assertThat(it.path("airgap.lock")).hasSameBinaryContentAs(it.path("allow.lock"))
}
