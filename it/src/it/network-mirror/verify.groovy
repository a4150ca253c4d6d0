import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.index().server().log("/simple/demo/")).isNotEmpty()
    it.tar("target/network-mirror-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl")
}
