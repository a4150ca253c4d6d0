import dev.airgap.it.Case
import dev.airgap.it.Weights
import dev.airgap.testkit.HubRepo
import dev.airgap.testkit.Safetensors
import dev.airgap.testkit.TinyModel

Case begun = Case.begin(basedir, context)
def weights = Safetensors.ofLength(1000)
def add = { id, Map files ->
    def repo = HubRepo.model(id)
    files.each { path, content -> repo.file(path, content) }
    begun.hub().add(repo)
}
// A module whose settings, and one whose weights are not there; Normalize has no files at all.
add("org/modules", ["config.json": "{}", "model.safetensors": weights, "2_Dense/config.json": "{}", "modules.json": """[
    {"idx": 0, "path": "", "type": "sentence_transformers.models.Transformer"},
    {"idx": 1, "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
    {"idx": 2, "path": "2_Dense", "type": "sentence_transformers.models.Dense"},
    {"idx": 3, "path": "3_Normalize", "type": "sentence_transformers.models.Normalize"}]"""])
add("org/index", ["config.json": "{}", "model-00001-of-00002.safetensors": weights,
    "model.safetensors.index.json": """{"metadata": {}, "weight_map":
        {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}}"""])
add("org/split", ["tiny-00001-of-00003.gguf": Weights.sample(basedir, "full.gguf")])
add("org/pipeline", ["unet/config.json": "{}", "model_index.json": """{"_class_name": "Pipe", "feature_extractor": [null, null],
    "unet": ["diffusers", "UNet2DModel"], "vae": ["diffusers", "AutoencoderKL"]}"""])
add("org/adapter", ["adapter_model.safetensors": weights, "adapter_config.json": """{"base_model_name_or_path": "org/elsewhere"}"""])
add("org/adapted", ["adapter_model.safetensors": weights, "adapter_config.json": """{"base_model_name_or_path": "org/base"}"""])
begun.hub().add(TinyModel.repo("org/base"))
add("org/seeing", ["config.json": """{"model_type": "vit", "image_size": 224}""", "model.safetensors": weights])
add("org/unread", ["config.json": "{ no json", "model.safetensors": weights])
return true
