import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    [[1, "demo"], [2, "demo"], [3, "bare"]].each { run, name ->
        it.log(run).failsInSentences().says("The METADATA of ${name}-1.0-py3-none-any.whl is another than the index told when versions were chosen",
                "only in the wheel: Requires-Dist: helper>=1", "Tell whoever runs index 'company'")
    }
    assertThat(it.path("target/error-metadata-beside-1.0.tar")).doesNotExist()
}
