import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("No goal of this plugin knows the element <excludeNewr>", "<configuration> in",
            "Did you mean <excludeNewer>?").hides("element <outputDirectory>")
    assertThat(it.index().server().log()).isEmpty()
    assertThat(it.path("airgap.lock")).doesNotExist()
}
