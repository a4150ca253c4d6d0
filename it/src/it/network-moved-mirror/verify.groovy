import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.read("airgap.lock")).contains("demo-1.0-py3-none-any.whl")
    it.tar("target/network-moved-mirror-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl", "wheels/helper-1.2-py3-none-any.whl")
    // Each build fetched from its own servers; none of them waited for the mirror that is gone.
    assertThat(context.get("b").server().log("/files/*.whl")).isNotEmpty()
    assertThat(it.index().server().log("/files/*.whl")).isNotEmpty()
    it.log(2).says("BUILD SUCCESS")
    it.log(3).says("BUILD SUCCESS")
}
