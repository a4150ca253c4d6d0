import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def tar = it.tar("target/unpack-1.0.tar")
    ["target/airgap/bundle", "out/file", "out/coordinates"].each { folder ->
        tar.names().each { name ->
            assertThat(it.path(folder + "/" + name)).hasBinaryContent(tar.bytes(name))
        }
    }
    def wheels = it.path("out/one/wheels").toFile().list().toList()
    assertThat(wheels).containsExactlyInAnyOrder(
            "native-1.0-cp311-cp311-manylinux_2_17_x86_64.whl", "shared-1.0-py3-none-any.whl",
            "ours-1.0-py3-none-any.whl")
    it.log(6).failsInSentences().says("wheels/ours-1.0-py3-none-any.whl", "Move your files out of it")
    assertThat(it.path("out/one/requirements").toFile().list().toList())
            .containsExactly("cp311-manylinux_2_28_x86_64.txt")
    // A folder for one target is a bundle of its own: its sums hold.
    it.read("out/one/SHA256SUMS").readLines().each { line ->
        assertThat(it.sha256("out/one/" + line.substring(66))).isEqualTo(line.substring(0, 64))
    }
}
