import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.log(2).lines("up to date")).hasSize(1)
    it.log(3).hides("up to date")
    it.log(4).says("airgap.lock is current").hides("up to date")
    assertThat(it.read("airgap.lock")).startsWith("# Copyright: the company's own.\n")
    it.log(5).hides("up to date")
    assertThat(it.sha256("target/up-to-date-1.0.tar")).isEqualTo(context.whole)
    assertThat(it.index().server().log()).isEmpty()
    assertThat(it.hub().server().log()).isEmpty()
    assertThat(it.tar("target/up-to-date-1.0.tar").text("airgap.env")).contains("/srv/airgap")
}
