package dev.airgap.hub;

/** Names a family of files that hold the same weights in another form. */
public enum WeightFormat {
    SAFETENSORS("safetensors", Trust.DATA),
    GGUF("gguf", Trust.DATA),
    ONNX("onnx", Trust.DATA),
    OPENVINO("openvino", Trust.DATA),
    CTRANSLATE2("ctranslate2", Trust.DATA),
    GGML("ggml", Trust.DATA),
    FLAX("flax", Trust.DATA),
    TFLITE("tflite", Trust.DATA),
    COREML("coreml", Trust.DATA),
    /** Keras files and SavedModels can carry functions that run when they are loaded. */
    TENSORFLOW("tensorflow", Trust.CODE),
    /** libtorch's archive as rust-bert saves it, {@code .ot}: a pickle inside. */
    RUST("rust", Trust.CODE),
    /** What {@code torch.save} and Python's pickle write; in a POM also {@code pytorch}. */
    PICKLE("pickle", Trust.CODE);

    private enum Trust {
        DATA,
        CODE
    }

    private final String id;
    private final Trust trust;

    WeightFormat(String id, Trust trust) {
        this.id = id;
        this.trust = trust;
    }

    /** Gives the name that stands in a POM. */
    public String id() {
        return id;
    }

    /** Tells whether loading such a file can run code it carries; those are taken only when asked for by name. */
    public boolean canRunCode() {
        return trust == Trust.CODE;
    }
}
