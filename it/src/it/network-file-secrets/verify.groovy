import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def tar = it.tar("target/network-file-secrets-1.0.tar")
    tar.holds("files/data.bin", "files/other.bin")
    assertThat(it.server().log()).hasSizeGreaterThanOrEqualTo(4)
    for (secret in ["pa55word", "s1gnature", "t0ken", "X-Amz"]) {
        assertThat(it.read("airgap.lock")).doesNotContain(secret)
        assertThat(new String(it.path("target/network-file-secrets-1.0.tar").toFile().bytes, "ISO-8859-1")).doesNotContain(secret)
        it.log().hides(secret)
    }
}
