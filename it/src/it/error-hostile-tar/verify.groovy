import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    [2, 3].each { run ->
        it.log(run).failsInSentences().says("../../../escaped holds ..", "/tmp/airgap-escaped is absolute",
                "wheels/link is a symbolic link", "holds a control character", "README.txt stands twice")
        assertThat(it.log(run).text()).doesNotContain("\u001B", "\n[INFO] BUILD SUCCESS")
    }
    assertThat(it.path("target/airgap/bundle")).doesNotExist()
    assertThat(it.path("../escaped")).doesNotExist()
    assertThat(new File("/tmp/airgap-escaped")).doesNotExist()
    assertThat(it.read("target/airgap/verify.json")).contains("\"intact\": false").doesNotContain("\u001B")
}
