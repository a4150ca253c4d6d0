import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says(
            "missing.txt", "model org/tiny@main is asked for twice", "gold", "files/data/a.zip stands twice", "../c.zip",
            "file:///etc/hostname", "short")
    assertThat(it.index().server().log()).isEmpty()
    assertThat(it.hub().server().log()).isEmpty()
}
