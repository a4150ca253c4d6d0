import dev.airgap.it.Case
import dev.airgap.it.Weights
import dev.airgap.testkit.Content
import dev.airgap.testkit.HubRepo
import dev.airgap.testkit.Safetensors

Case begun = Case.begin(basedir, context)
// In LFS, so that nothing of them is fetched before the bundle is sealed.
def model = { id, path, content ->
    begun.hub().add(HubRepo.model(id).lfs("*.dat").lfs("*.npz").file("config.json", "{}").file(path, content)) }
def tensor = { from, to -> "{\"dtype\":\"U8\",\"shape\":[${to - from}],\"data_offsets\":[${from},${to}]}" }
// Jackson would take a while for what the length alone refuses.
model("org/long", "model.safetensors", Safetensors.withHeader("{" + " " * 25_000_000 + "}", Content.of("")))
model("org/overlap", "model.safetensors", Safetensors.withHeader("{\"a\":${tensor(0, 8)},\"b\":${tensor(4, 12)}}", Content.of("x" * 12)))
model("org/outside", "model.safetensors", Safetensors.withHeader("{\"a\":${tensor(0, 800)}}", Content.of("x" * 12)))
model("org/twice", "model.safetensors", Safetensors.withHeader("{\"a\":${tensor(0, 8)},\"a\":${tensor(0, 8)}}", Content.of("x" * 8)))
model("org/cut", "tiny.gguf", Arrays.copyOf(Weights.sample(basedir, "full.gguf"), 200))
// Pickles by content, whatever they are called.
model("org/pickle", "model.safetensors", Weights.sample(basedir, "disguised.safetensors"))
model("org/torch", "model.safetensors", Weights.sample(basedir, "disguised-torch.safetensors"))
model("org/hidden", "weights.dat", Weights.sample(basedir, "protocol-4.bin"))
model("org/array", "embeddings.npz", Weights.sample(basedir, "objects.npz"))
// Tensors that an ONNX file keeps outside of its folder.
model("org/climbing", "model.onnx", Weights.sample(basedir, "bad-up.onnx"))
model("org/pointer", "model.safetensors", Weights.sample(basedir, "pointer.safetensors"))
// Tensors in files beside an ONNX file: one is not there, one too short.
model("org/external", "model.onnx", Weights.sample(basedir, "external.onnx"))
begun.hub().add(HubRepo.model("org/short").file("model.onnx", Weights.sample(basedir, "external.onnx"))
        .file("model.onnx_data", new byte[1]))
return true
