import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.tar("target/network-mirror-opt-in-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl")
    it.log().says("nexus")
    // Whoever builds behind another mirror finds the lock current.
    assertThat(it.read("airgap.lock")).contains("company").doesNotContain("s3cret")
}
