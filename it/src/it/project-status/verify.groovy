import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).says("demo is archived by its authors: Use other.", "BUILD SUCCESS")
    it.log(2).says("BUILD SUCCESS").hides("archived")
    assertThat(it.read("airgap.lock")).contains("app-1.0-").doesNotContain("evil")
    it.log(3).failsInSentences().says("Index 'main' has quarantined evil, which may be malicious: Steals keys.")
            .hides("index knows")
    assertThat(it.server().log("*evil-6.6*")).isEmpty()
}
