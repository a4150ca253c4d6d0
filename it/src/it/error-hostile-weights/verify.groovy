import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def log = it.log().failsInSentences().says("<model> in")
    def commit = { repo -> it.hub().server().log("*/" + repo + "/tree/*").get(0).path().split("/").last() }
    log.says("The safetensors file model.safetensors of org/long@" + commit("org/long") + " can't be used",
            "where a safetensors file has 2 to 25000000",
            "of org/overlap@" + commit("org/overlap") + " can't be used",
            "of org/outside@" + commit("org/outside") + " can't be used: its tensors take 800 bytes, and the file has 12",
            "of org/twice@" + commit("org/twice") + " can't be used: its header has a twice",
            "The gguf file tiny.gguf of org/cut@" + commit("org/cut") + " can't be used",
            "The file model.safetensors of org/pickle@" + commit("org/pickle") + " is not what its name promises",
            "by its name: safetensors", "by its content: pickle",
            "The file model.safetensors of org/torch@" + commit("org/torch") + " is not what its name promises",
            "The file weights.dat of org/hidden@" + commit("org/hidden") + " can run code when it is loaded, and was not asked for by name",
            "<include>weights.dat</include>",
            "The file embeddings.npz of org/array@" + commit("org/array") + " can run code",
            "The onnx file model.onnx of org/climbing@" + commit("org/climbing") + " can't be used: it names the external file",
            "The ONNX file model.onnx of org/external@", "keeps tensors in a file that is not there",
            "The ONNX file model.onnx of org/short@", "keeps tensors in a file that is too short", "actual: 1 bytes",
            "it is a note of Git LFS in place of the file")
    assertThat(it.path("target/error-hostile-weights-1.0.tar")).doesNotExist()
}
