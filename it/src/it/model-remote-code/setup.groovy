import dev.airgap.it.Case
import dev.airgap.testkit.HubRepo
import dev.airgap.testkit.TinyModel

Case begun = Case.begin(basedir, context)
def custom = HubRepo.model("org/custom").file("config.json", """{"model_type": "custom", "auto_map": {
    "AutoConfig": "configuration_custom.CustomConfig", "AutoModel": "org/impl--modeling_custom.CustomModel"}}""")
    .file("tokenizer_config.json", """{"auto_map": {"AutoTokenizer": ["org/impl--tokenization.Slow", null]}}""")
    .file("configuration_custom.py", "from .helpers import x\n").file("helpers.py", "x = 1\n")
    .file("tokenizer.json", "{}").file("model.safetensors", TinyModel.files()["model.safetensors"])
context.impl = HubRepo.model("org/impl").file("modeling_custom.py", "class CustomModel: pass\n")
    .file("tokenization.py", "class Slow: pass\n").file("README.md", "code").file("pytorch_model.bin", "weights")
    .commit("first")
context.first = context.impl.sha()
begun.hub().add(custom).add(context.impl).add(TinyModel.repo("org/plain"))
return true
