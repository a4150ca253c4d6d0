import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def name = "sentence-transformers/all-MiniLM-L6-v2"
    def bundle = it.path("target/airgap/bundle")
    def tar = it.tar("target/model-flat-1.0.tar").isPlain()
    it.log(1).says("${name} stands twice in the bundle, as a cache and flat".toString())
    it.log(2).says("is up to date")
    TinyModel.files().each { path, bytes ->
        assertThat(tar.bytes("models/flat/${name}/${path}".toString())).isEqualTo(bytes)
    }
    tar.holds("models/flat/onnx/other/onnx/model.onnx", "models/flat/onnx/other/config.json",
            "models/hub/models--sentence-transformers--all-MiniLM-L6-v2/refs/main")
    tar.lacks("onnx/model_O4.onnx")
    assertThat(tar.names()).noneMatch { it.contains("models--org--other") || it.endsWith("other/model.safetensors") }
    assertThat(it.read("airgap.lock")).contains('layout = ["hub", "flat"]', 'layout = ["flat"]', 'path = "onnx/other"')

    // What is laid can be read by every user, and written by its owner alone.
    Files.walk(bundle).withCloseable { all ->
        all.forEach { path ->
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--")
        }
    }
    assertThat(tar.text("airgap.env").readLines()).contains("HF_HOME=/opt/airgap/home",
            "HF_HUB_CACHE=/opt/airgap/models/hub", "SENTENCE_TRANSFORMERS_HOME=/opt/airgap/models/hub", "HF_HUB_OFFLINE=1")
    context.judge.run(it.path(""), [HF_HOME: it.path("home").toString()],
            "python3", judgeScripts.toString() + "/hub_offline.py", bundle.toString(), name)
}
