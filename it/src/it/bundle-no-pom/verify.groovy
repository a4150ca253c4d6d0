import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def tar = it.tar("target/airgap-bundle.tar").isPlain().holds(
            "wheels/demo-1.5-py3-none-any.whl", "wheels/speedup-1.0-py3-none-any.whl", "wheels/more-1.0-py3-none-any.whl",
            "wheels/listed-1.0-py3-none-any.whl", "models/hub/models--org--tiny/refs/v1",
            "models/hub/models--org--tiny/refs/main")
    assertThat(tar.text("airgap.json")).contains('"airgap-bundle"')
    assertThat(it.path("airgap.lock")).exists()
    assertThat(it.path("target/airgap-bundle.tar")).exists()
}
