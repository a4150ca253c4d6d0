import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.log().lines("airgap.skip")).hasSize(4)
    assertThat(it.index().server().log()).isEmpty()
    assertThat(it.path("airgap.lock")).doesNotExist()
}
