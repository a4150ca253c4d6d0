import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def asked = it.hub().cdn().log()
    assertThat(asked.size()).isGreaterThan(200)
    assertThat(asked.collect { seen -> seen.bytes() }.sum()).isBetween(1_000_000_000L, 1_100_000_000L)
    it.log().says("Sealed target/network-cuts-1.0.tar")
}
