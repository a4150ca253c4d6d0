import dev.airgap.it.Case
import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def manifest = new JsonSlurper().parseText(it.tar("target/model-formats-1.0.tar").text("airgap.json"))
    def models = manifest.models.collectEntries { [it.repo, it] }
    assertThat(models.keySet()).containsExactly("org/both", "org/gguf", "org/lora", "org/onnx", "org/tiny")
    def tiny = models["org/tiny"]
    assertThat(tiny.facts.declaredLicense).isEqualTo("apache-2.0")
    assertThat(tiny.facts.weights.collect { it.format }).containsExactly("safetensors")
    assertThat(tiny.facts.weights[0].parameters as long).isGreaterThan(40_000L)
    assertThat(tiny.facts.weights[0].dtypes.keySet()).containsExactly("F32")
    assertThat(tiny.code).isNull()
    assertThat(models["org/gguf"].facts.weights[0].format).isEqualTo("gguf")
    assertThat(models["org/onnx"].facts.declaredLicense).isEqualTo("mit, other")
    assertThat(models["org/onnx"].facts.weights[0].format).isEqualTo("onnx")
    assertThat(models["org/both"].facts.weights.collect { it.format }).containsExactly("safetensors", "pickle")

    // What is judged when it is locked and when it is sealed is told once.
    assertThat(it.log(1).lines("needs the model org/elsewhere, which is not in the bundle")).hasSize(1)

    // What the patterns and the choice leave out, and how much that saves.
    it.log(1).says("left out: pytorch_model.bin (", "left out: other files (3 B, by the includes and excludes)")
    it.log(2).says("airgap.lock is current").hides("up to date")
    it.log(3).says("up to date").hides("can't be read")
}
