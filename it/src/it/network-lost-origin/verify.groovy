import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).says("BUILD SUCCESS", "demo-1.0-py3-none-any.whl is not to be had from ${it.index().server().origin()}/old/demo-1.0-py3-none-any.whl;",
            "it is asked for at ${it.index().server().origin()}/files/demo-1.0-py3-none-any.whl")
    assertThat(it.index().server().log("/files/*.whl")).isNotEmpty()
    it.log(2).failsInSentences().says("forbids demo-1.0-py3-none-any.whl (403)", "${it.index().server().origin()}/old/demo-1.0-py3-none-any.whl")
            .hides("does not have helper")
}
