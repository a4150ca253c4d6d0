import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).failsInSentences().says("airgap.lock", "There is no lock")
    it.log(4).failsInSentences().says("requirements.txt", "airgap.locked")
    it.log(5).failsInSentences().says("requirements.txt", "CI")
    it.tar("target/locked-1.0.tar").holds("wheels/added-1.0-py3-none-any.whl")
    assertThat(it.read("airgap.lock")).contains("added")
}
