import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end { begun ->
    def tar = begun.tar("target/find-links-1.0.tar")
    assertThat(tar.names().findAll { it.startsWith("wheels/") }).containsExactly(
            "wheels/demo-1.1-py3-none-any.whl", "wheels/extra_tool-2.5-py3-none-any.whl",
            "wheels/helper-3.0-py3-none-any.whl")
    begun.log(1).says("Index links-2 (requirements.txt:2) gave no wheel")
            .hides("Index links-1 (requirements.txt:1) gave no wheel")
    assertThat(begun.sha256("target/find-links-1.0.tar")).isEqualTo(begun.read("first.sha256"))
    // A lock is for every machine: it names no folder of this one.
    assertThat(begun.read("airgap.lock")).isEqualTo(begun.read("first.lock"))
            .doesNotContain(begun.path("").toAbsolutePath().toString())
}
