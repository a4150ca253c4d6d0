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
            "wheels/guarded-1.0-py3-none-any.whl",
            "wheels/dep-1.0-py3-none-any.whl",
            "wheels/listed-3.0-py3-none-any.whl")
    def asked = it.server().log("*guarded*")
    assertThat(asked).isNotEmpty()
    asked.each { request -> assertThat(request.query()).isEqualTo("sig=t0k3n-w0rd") }
    it.log().hides("s3cr3t-w0rd", "t0k3n-w0rd")
    assertThat(lock).contains("/guarded/guarded-1.0-").doesNotContain("s3cr3t-w0rd", "t0k3n-w0rd")
    assertThat(it.log(2).text()).contains("up to date")
    assertThat(it.log(3).text()).doesNotContain("up to date")
    assertThat(lock).contains(it.sha256("dist/built-1.0-py3-none-any.whl"))
}
