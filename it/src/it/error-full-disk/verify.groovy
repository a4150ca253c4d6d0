import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("The disk is full", "needed: 900,000,000", "free: ", basedir.path)
    assertThat(it.hub().cdn().log()).isEmpty()
    assertThat(it.path("target").toFile().list() as List).noneMatch { name -> name.contains(".tar") }
    assertThat(it.path("store/partial").toFile().list() ?: [] as String[]).isEmpty()
}
