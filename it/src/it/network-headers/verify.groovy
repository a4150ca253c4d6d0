import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.tar("target/network-headers-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl")
    // The wheels come from another origin, which must not learn the token; neither must the lock nor the log.
    assertThat(it.server().log()).isNotEmpty().noneMatch { seen -> seen.header("Private-Token").isPresent() }
    assertThat(it.read("airgap.lock")).doesNotContain("s3cret")
    it.log().hides("s3cret")
}
