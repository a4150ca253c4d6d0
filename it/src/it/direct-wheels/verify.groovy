import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    String lock = it.read("airgap.lock")
    assertThat(lock).contains('"./dist/built-1.0-py3-none-any.whl"')
            .contains(it.server().origin() + "/files/web-1.0%2Blocal-py3-none-any.whl")
            .contains('index = "direct"')
            .doesNotContain(it.path("dist").toString())
    it.tar("target/direct-wheels-1.0.tar").holds(
            "wheels/built-1.0-py3-none-any.whl",
            "wheels/web-1.0+local-py3-none-any.whl",
            "wheels/hashed-1.0-py3-none-any.whl",
            "wheels/dep-1.0-py3-none-any.whl",
            "wheels/listed-3.0-py3-none-any.whl")
    assertThat(it.log(2).text()).contains("up to date")
    assertThat(it.log(3).text()).doesNotContain("up to date")
    assertThat(lock).contains(it.sha256("dist/built-1.0-py3-none-any.whl"))
}
