import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    context.never.countDown()
    // The second Maven asked for what was missing: all that was sent twice is what the first one held in memory.
    def second = it.hub().cdn().log().drop(context.asked)
    assertThat(second).isNotEmpty().allMatch { seen -> seen.range().isPresent() && seen.header("If-Range").isPresent() }
    long sent = second.collect { seen -> seen.bytes() }.sum()
    assertThat(sent).isBetween(1L, 270_000_000L)
    assertThat(context.sent + sent).isLessThan(550_000_000L)
    it.log().says("Sealed target/network-resume-1.0.tar")
}
