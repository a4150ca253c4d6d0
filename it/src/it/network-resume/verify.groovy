import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    context.never.countDown()
    def asked = it.hub().cdn().log()
    assertThat(asked).hasSize(2)
    long from = Long.parseLong((asked[1].range().get() =~ /bytes=(\d+)-/)[0][1])
    assertThat(from).isGreaterThan(249_000_000L)
    assertThat(asked[1].bytes()).isEqualTo(500_000_000L - from)
    it.log().says("Sealed target/network-resume-1.0.tar")
}
