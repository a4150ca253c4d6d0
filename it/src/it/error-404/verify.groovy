import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("The server company does not have demo-1.0-py3-none-any.whl (404)",
            it.index().server().origin() + "/files/demo-1.0-py3-none-any.whl", "Correct the name or the address of company.")
    assertThat(it.path("target/error-404-1.0.tar")).doesNotExist()
}
