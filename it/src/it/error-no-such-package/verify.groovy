import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("No index knows a package named reqeusts", "requirements.txt:2",
            "requests has a similar name", "Index company", "Look the name up",
            "The public index is asked only where <indexes> names it too")
    assertThat(it.path("target/error-no-such-package-1.0.tar")).doesNotExist()
    assertThat(it.path("airgap.lock")).doesNotExist()
}
