import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end { begun ->
    def wheels = (1..6).collect { "wheels/shared" + it + "-1.0-py3-none-any.whl" }
    ["one", "two", "three", "four"].each { module ->
        def tar = begun.tar(module + "/target/" + module + "-1.0.tar")
        assertThat(tar.names().findAll { it.startsWith("wheels/") })
                .containsExactlyInAnyOrderElementsOf(wheels + ["wheels/only_" + module + "-1.0-py3-none-any.whl"])
        wheels.each { assertThat(tar.bytes(it)).isEqualTo(begun.tar("one/target/one-1.0.tar").bytes(it)) }
    }
    // The metadata of a wheel may be read from it in pieces; whole it comes once, whoever asks first.
    def whole = begun.index().server().log("/files/*.whl").findAll { it.method() == "GET" && it.range().isEmpty() }
    assertThat(whole.collect { it.path() }).hasSize(10).doesNotHaveDuplicates()
}
