import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(2).failsInSentences().says("The lock can't be read", "a path must stay below its folder")
    it.log(3).failsInSentences().says("A path cannot stand in a bundle", "con.json")
    [4, 5].each { run ->
        it.log(run).failsInSentences().says("has a file that can't be in a bundle: ../up.json: it has the part \"..\"",
                "/etc/up.json: it is absolute", "it has a control or broken character in it",
                "\"nul\" is a device on Windows", "it clashes with Config.JSON", "it is longer than 700 bytes",
                "a part of it is longer than 255 bytes", "Leave it out by <excludes>")
        assertThat(it.log(run).text()).doesNotContain("\u001B[31m.json", "\u0000")
    }
    assertThat(it.read("airgap.lock")).isEqualTo(context.lock)
    assertThat(it.path("target/error-hostile-hub-1.0.tar")).doesNotExist()
    assertThat(it.path("up.json")).doesNotExist()
}
