package dev.airgap.hub.loader;

import dev.airgap.hub.Names;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for what sentence-transformers reads: the modules that {@code modules.json} lists, each in its folder. */
final class Modules {

    private static final String NAME = "modules.json";

    /** Modules with settings and no weights. */
    private static final Set<String> SETTINGS = Set.of("Pooling", "WeightedLayerPooling", "SpladePooling");

    /** Modules with settings and weights; whether {@code config.json} is their settings' name differs by module. */
    private static final Set<String> WEIGHTS = Set.of("Dense", "LSTM", "CNN", "LayerNorm");

    private final Snapshot snapshot;
    private final Findings findings;

    Modules(Snapshot snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
    }

    void check() {
        for (Object element : snapshot.json(NAME).elements()) {
            JsonFile module = new JsonFile(element);
            String type = module.field("type").text();
            // A library's module may say "." or "./x", which Python joins as it is.
            String path = module.field("path").text().replaceFirst("^\\.(/|$)", "");
            String folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
            if (!path.isEmpty()
                    && !Names.wrongPath(folder.substring(0, folder.length() - 1))
                            .isEmpty()) {
                findings.fault(
                        "The file " + snapshot.shown(NAME) + " names a folder that can't be: " + Names.shown(path),
                        NAME,
                        "",
                        "tell the model's maker");
            } else if (type.startsWith("sentence_transformers.")) {
                module(type.substring(type.lastIndexOf('.') + 1), folder);
            }
        }
    }

    private void module(String kind, String folder) {
        switch (kind) {
            case "Transformer", "MLMTransformer", "CLIPModel" -> {
                demand(kind, folder, "config.json");
                demandWeights(kind, folder);
            }
            case "StaticEmbedding" -> {
                demand(kind, folder, "tokenizer.json");
                demandWeights(kind, folder);
            }
            default -> {
                if (SETTINGS.contains(kind) || WEIGHTS.contains(kind)) {
                    demand(kind, folder, "config.json");
                }
                if (WEIGHTS.contains(kind)) {
                    demandWeights(kind, folder);
                }
            }
        }
    }

    private void demand(String kind, String folder, String name) {
        // An adapter brings its base's settings from the base.
        boolean adapter = snapshot.has(folder + "adapter_config.json");
        if (!snapshot.has(folder + name) && !adapter) {
            missing(kind, folder + name, "expected: " + Names.shown(folder + name) + "\nactual: no such file");
        }
    }

    private void demandWeights(String kind, String folder) {
        for (String path : snapshot.paths()) {
            if (path.startsWith(folder) && isWeights(path, folder)) {
                return;
            }
        }
        missing(
                kind,
                folder.isEmpty() ? "its weights" : folder,
                "expected: weights in " + (folder.isEmpty() ? "the top folder" : Names.shown(folder))
                        + "\nactual: none of any format");
    }

    /** Backends of ONNX and OpenVINO look one folder deeper. */
    private static boolean isWeights(String path, String folder) {
        String rest = path.substring(folder.length()).toLowerCase(Locale.ROOT);
        boolean near = rest.indexOf('/') < 0 || rest.startsWith("onnx/") || rest.startsWith("openvino/");
        return near && endsWith(rest);
    }

    private static boolean endsWith(String name) {
        return List.of(".safetensors", ".bin", ".onnx", ".xml", ".gguf", ".h5", ".pt").stream()
                .anyMatch(name::endsWith);
    }

    private void missing(String kind, String what, String detail) {
        findings.fault(
                "sentence-transformers can't load " + snapshot.shown() + ": its module " + kind + " lacks "
                        + Names.shown(what),
                NAME,
                detail,
                "take it by <includes>; where your loader is another, leave modules.json out by <excludes>");
    }
}
