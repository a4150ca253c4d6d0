import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.tar("target/network-retry-after-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl")
    assertThat(context.asked).hasSize(2)
    assertThat(context.asked[1] - context.asked[0]).isGreaterThanOrEqualTo(2_000_000_000L)
}
