import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    [2, 3, 4].each { run ->
        it.log(run).failsInSentences().says("The lock can't be read", "airgap.lock:", "airgap:lock")
        assertThat(it.log(run).text()).doesNotContain("\u001B", "\n[INFO] BUILD SUCCESS")
    }
    it.log(2).says("must be a normalised name")
    it.log(3).says("is no wheel's file name", "git checkout airgap.lock")
    it.log(4).says("a merge left a conflict", "git checkout --ours airgap.lock", "keeps the pins")
    assertThat(it.read("airgap.lock")).isEqualTo(context.lock)
    assertThat(it.path("target/error-hostile-lock-1.0.tar")).doesNotExist()
}
