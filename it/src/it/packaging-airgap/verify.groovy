import dev.airgap.it.Case
import dev.airgap.testkit.Hashes

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def x86 = "cp311-manylinux_2_36_x86_64"
    def arm = "cp311-manylinux_2_28_aarch64"
    def model = "models/hub/models--sentence-transformers--all-MiniLM-L6-v2"
    def tar = it.tar("target/packaging-airgap-1.0.tar").isPlain()
    tar.holds("README.txt", "airgap.json", "SHA256SUMS", "airgap.env",
            "requirements/${x86}.txt".toString(), "requirements/${arm}.txt".toString(),
            "pylock.${x86}.toml".toString(), "pylock.${arm}.toml".toString(),
            "wheels/service-2.0-py3-none-any.whl", "wheels/helper-1.2-py3-none-any.whl",
            "files/nltk_data/tokenizers/punkt_tab.zip")
    assertThat(tar.names().findAll { it.endsWith(".whl") }).hasSize(4)
    assertThat(tar.names()).isSorted()

    it.log().says("one of these, the one that fits the machine:",
            "bundle/requirements/${x86}.txt  # CPython 3.11, x86_64, glibc 2.36 or later".toString(),
            "bundle/requirements/${arm}.txt  # CPython 3.11, aarch64, glibc 2.28 or later".toString())

    // Marker by target: helper goes to ARM alone.
    assertThat(tar.text("requirements/${arm}.txt".toString()))
            .contains("helper==1.2", "native==1.1", "service==2.0", "--require-hashes", "--no-index")
    assertThat(tar.text("requirements/${x86}.txt".toString())).contains("native==1.1").doesNotContain("helper")

    // One format of the weights, in the layout that loaders read.
    def commit = it.hub().server().log("*/tree/*").get(0).path().split("/").last()
    assertThat(tar.text("${model}/refs/main".toString())).isEqualTo(commit)
    tar.holds("${model}/snapshots/${commit}/model.safetensors".toString(),
            "${model}/snapshots/${commit}/1_Pooling/config.json".toString(),
            "${model}/snapshots/${commit}/tokenizer.json".toString())
    tar.lacks("pytorch_model.bin", "tf_model.h5", "rust_model.ot", ".onnx")
    it.log().says("pytorch_model.bin")

    // The sums cover everything else, and hold.
    def sums = tar.text("SHA256SUMS").readLines()
    assertThat(sums).hasSize(tar.names().size() - 1)
    sums.each { line -> assertThat(Hashes.sha256(tar.bytes(line.substring(66)))).isEqualTo(line.substring(0, 64)) }

    // The main artifact is the tar, and the local repository has it.
    assertThat(it.path("target/packaging-airgap-1.0.tar"))
            .hasSameBinaryContentAs(localRepositoryPath.toPath().resolve("it/packaging-airgap/1.0/packaging-airgap-1.0.tar"))
    assertThat(it.read("airgap.lock")).contains("service", commit).doesNotContain(it.path("").toString())
}
