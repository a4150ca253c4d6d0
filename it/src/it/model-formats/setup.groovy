import dev.airgap.it.Case
import dev.airgap.it.Weights
import dev.airgap.testkit.HubRepo
import dev.airgap.testkit.TinyModel

Case begun = Case.begin(basedir, context)
begun.hub().add(TinyModel.repo("org/tiny").file("train_data.csv", "a,b").commit("with data"))
begun.hub().add(HubRepo.model("org/gguf").file("tiny-F16.gguf", Weights.sample(basedir, "full.gguf")))
begun.hub().add(HubRepo.model("org/onnx").file("README.md", "---\nlicense:\n- mit\n- other\n---\n")
        .file("onnx/model.onnx", Weights.sample(basedir, "external.onnx"))
        .file("onnx/model.onnx_data", new byte[4096]))
begun.hub().add(HubRepo.model("org/both").file("model.safetensors", Weights.sample(basedir, "plain.safetensors"))
        .file("pytorch_model.bin", Weights.sample(basedir, "torch.pt")))
begun.hub().add(HubRepo.model("org/lora").file("adapter_config.json", """{"base_model_name_or_path": "org/elsewhere"}""")
        .file("adapter_model.safetensors", Weights.sample(basedir, "plain.safetensors")))
return true
