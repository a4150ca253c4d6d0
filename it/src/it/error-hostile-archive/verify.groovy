import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("The archive climbs can't be unpacked", "../../evil.txt holds ..", "CON holds CON",
            "The archive links can't be unpacked", "a is a symbolic link",
            "The archive strange can't be unpacked", "Name a zip, a tar or a tar.gz of plain files",
            "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
            "is not what its name says", "begins with 00000000", "<file> in ")
    assertThat(it.path("airgap.lock")).doesNotExist()
    assertThat(it.path("target/error-hostile-archive-1.0.tar")).doesNotExist()
    assertThat(it.path("../evil.txt")).doesNotExist()
}
