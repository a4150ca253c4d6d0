import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.log(2).lines("up to date")).hasSize(1)
    it.log(3).hides("up to date")
    assertThat(it.index().server().log()).isEmpty()
    assertThat(it.hub().server().log()).isEmpty()
    assertThat(it.tar("target/up-to-date-1.0.tar").text("airgap.env")).contains("/srv/airgap")
}
