import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.tar("target/network-netrc-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl")
    assertThat(it.server().log()).isNotEmpty().noneMatch { seen -> seen.header("Authorization").isPresent() }
}
