import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).failsInSentences().says(
            "airgap.requirement", "Did you mean -Dairgap.requirements", "Did you mean -Dairgap.lockFile")
    it.log(2).failsInSentences().says("airgap:unpack", "Did you mean -Dairgap.targets?")
    it.log(3).failsInSentences().says("The cutoff can't be read: yesterday", "-Dairgap.excludeNewer")
    it.log(4).failsInSentences().says("http://localhost:99999/", "-Dairgap.index.url", "65535")
    it.log(5).failsInSentences().says("airgap.lockFile", "names no place")
    it.log(6).failsInSentences().says("airgap.bundle", "There is no bundle at ::")
    it.log(8).failsInSentences().says("airgap.upgrade", "dmeo", "Did you mean demo?")
    it.log(11).failsInSentences().says(
            "registry.example/base/py:7", "-Dairgap.targets=cp311-manylinux_2_36_x86_64",
            "the image 'registry.example/my-base' is unknown",
            "did you mean python:3.11?", "did you mean python:3.11-slim-bookworm?")
    it.log(9).failsInSentences().says("There is no file requirement.txt", "Did you mean requirements.txt?")
    assertThat(it.path("target/airgap/bundle/wheels/demo-1.0-py3-none-any.whl")).exists()
}
