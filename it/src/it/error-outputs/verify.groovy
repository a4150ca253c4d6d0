import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).failsInSentences().says("shared.tar", "it:one:1.0", "it:two:1.0", "<output>")
    it.log(2).failsInSentences().says("shared.lock", "it:one:1.0", "it:two:1.0", "<lockFile>")
    it.log(3).failsInSentences().says("airgap.output", "the lock")
    it.log(4).failsInSentences().says("airgap.output", "the POM")
    it.log(5).failsInSentences().says("airgap.output", "requirements.txt")
    it.log(6).failsInSentences().says("airgap.lockFile", "requirements.txt")
    it.log(7).failsInSentences().says("airgap.output", "a folder")
    it.log(8).failsInSentences().says("airgap.output", "notes.txt", "no bundle")
    assertThat(it.read("one/requirements.txt")).isEqualTo("demo\n")
    assertThat(it.read("one/notes.txt")).isEqualTo("Keep me.\n")
    assertThat(it.read("one/pom.xml")).contains("<project")
    assertThat(it.read("one/airgap.lock")).contains("demo")
    assertThat(it.read("shared.lock")).contains("demo").doesNotContain("other")
    it.tar("shared.tar").holds("wheels/demo-1.0-py3-none-any.whl")
}
