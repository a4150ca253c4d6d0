import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.read("lock-1")).contains("demo-1.0-", "dep-1.0-").doesNotContain("-2.0-")
    assertThat(it.read("lock-2")).contains("demo-1.0-", "dep-2.0-")
    it.log(3).hides("index knows").says("Every release of dep was uploaded too late", "left out by airgap.excludeNewer", "demo 2.0 is left out", "uploaded after 2020-01-01").hides("2020-01-01T23").failsInSentences()
    it.log(4).says("doesn't tell when timeless-1.0-py3-none-any.whl was uploaded", "PEP 700", "timeless=none").failsInSentences()
    assertThat(it.read("lock-4")).isEqualTo(it.read("lock-2"))
    String lock = it.read("airgap.lock")
    assertThat(lock).containsPattern('\\[exclude-newer]\nP1D = "20[0-9T:-]+Z"').contains("demo-2.0-")
    assertThat(lock).isEqualTo(it.read("lock-5"))
    assertThat(it.log(5).lines("P1D: what was uploaded after 20")).hasSize(1)
    it.log(6).says("up to date")
}
