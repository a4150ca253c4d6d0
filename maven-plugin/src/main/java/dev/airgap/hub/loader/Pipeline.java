package dev.airgap.hub.loader;

import dev.airgap.hub.Names;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for the components that {@code model_index.json} of diffusers lists, each in its folder. */
final class Pipeline {

    private static final String NAME = "model_index.json";

    private final Snapshot snapshot;
    private final Findings findings;

    Pipeline(Snapshot snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
    }

    void check() {
        for (Map.Entry<?, ?> field : snapshot.json(NAME).fields().entrySet()) {
            String component = String.valueOf(field.getKey());
            // [null, null] is a component that the pipeline goes without.
            boolean used = field.getValue() instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof String
                    && pair.get(1) instanceof String;
            if (used && !component.startsWith("_") && Names.wrongPath(component).isEmpty()) {
                component(component);
            }
        }
    }

    private void component(String component) {
        if (!snapshot.hasFolder(component)) {
            findings.warn("The pipeline " + snapshot.shown() + " has no " + Names.shown(component)
                    + "/, which its model_index.json lists: diffusers loads it only where the program brings that"
                    + " component itself.");
        } else if (snapshot.has(component + "/config.json") && !hasWeights(component + "/")) {
            findings.fault(
                    "diffusers can't load " + snapshot.shown() + ": its component " + Names.shown(component)
                            + " lacks its weights",
                    NAME,
                    "expected: weights in " + Names.shown(component) + "/\nactual: none of any format",
                    "take them by <includes>, or leave the component's whole folder out by <excludes>");
        }
    }

    private boolean hasWeights(String folder) {
        for (String path : snapshot.paths()) {
            if (path.startsWith(folder)) {
                String lower = path.toLowerCase(Locale.ROOT);
                for (String ending : List.of(".safetensors", ".bin", ".onnx", ".gguf", ".msgpack", ".xml", ".pt")) {
                    if (lower.endsWith(ending)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
