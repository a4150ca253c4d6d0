import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.tar("target/network-proxy-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl")
    assertThat(it.proxy().log()).contains("GET http://index.example/simple/demo/ -> 200")
    assertThat(it.index().server().log()).noneMatch { seen -> seen.header("Proxy-Authorization").isPresent() }
    it.log().hides("pr0xy")
}
