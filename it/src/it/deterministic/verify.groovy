import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.path("target/deterministic-1.0.tar")).hasSameBinaryContentAs(it.path("first.tar"))
    assertThat(it.path("airgap.lock")).hasSameBinaryContentAs(it.path("first.lock"))
    if (otherJava != "none") {
        it.log().says("runtime: " + new File(otherJava).canonicalPath)
    }
    it.tar("first.tar").isPlain()
}
