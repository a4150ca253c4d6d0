import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    [1, 2].each { run ->
        it.log(run).failsInSentences().says("The wheels of demo have none of the hashes that are asked for",
                "requirements.txt:1", "expected one of: 0000", "demo-1.0-py3-none-any.whl with sha256")
    }
    assertThat(it.index().server().log("/files/*.whl").findAll { it.range().isEmpty() }).isEmpty()
    assertThat(it.path("airgap.lock")).doesNotExist()
    assertThat(it.path("target/error-hash-mismatch-1.0.tar")).doesNotExist()
}
