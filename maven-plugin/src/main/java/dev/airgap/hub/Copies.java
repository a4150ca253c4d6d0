package dev.airgap.hub;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells the weights that a loader reads from copies of the same weights: other precisions beside the plain one, a
 * trainer's checkpoints, the layout of another program.
 */
final class Copies {

    /** How exporters to ONNX and OpenVINO mark a quantised or optimised copy, after an underscore. */
    private static final Set<String> MARKS = Set.of(
            "fp16",
            "fp32",
            "bf16",
            "int4",
            "int8",
            "uint8",
            "qint8",
            "quint8",
            "q4",
            "q4f16",
            "q8",
            "bnb4",
            "quant",
            "quantized",
            "optimized",
            "o1",
            "o2",
            "o3",
            "o4");

    private final boolean pipeline;
    /** Stems per format and folder. */
    private final Map<String, Set<String>> stems = new TreeMap<>();
    /** Formats that some folder below the top has, the layouts of others not counted. */
    private final Set<WeightFormat> inFolders = new HashSet<>();

    /**
     * Takes the weights to judge.
     *
     * @param pipeline whether the repository is a pipeline of several models, each in a folder, as diffusers lays it out
     */
    Copies(List<WeightFile> weights, boolean pipeline) {
        this.pipeline = pipeline;
        for (WeightFile file : weights) {
            if (file.payload()) {
                stems.computeIfAbsent(key(file.format(), file.folder()), key -> new HashSet<>())
                        .add(file.stem());
                if (!file.topFolder().isEmpty() && otherLayout(file.topFolder()).isEmpty()) {
                    inFolders.add(file.format());
                }
            }
        }
    }

    private static String key(WeightFormat format, String folder) {
        return format.id() + ":" + folder;
    }

    private Set<String> stems(WeightFormat format, String folder) {
        return stems.getOrDefault(key(format, folder), Set.of());
    }

    /** Says what a file is a copy of, in a few words, or gives the empty text for the weights themselves. */
    String copy(WeightFile file) {
        String layout = otherLayout(file.topFolder());
        if (!layout.isEmpty() && !stems(file.format(), "").isEmpty()) {
            return layout;
        }
        String variant = variant(file);
        if (!variant.isEmpty()) {
            return "variant " + variant;
        }
        if (file.stem().equals("consolidated")
                && stems(file.format(), file.folder()).contains("model")) {
            return "second copy of the same weights";
        }
        if (pipeline && file.folder().isEmpty() && inFolders.contains(file.format()) && !isAdapter(file.stem())) {
            return "second copy of the pipeline's weights in one file";
        }
        return "";
    }

    /** Knows the folders in which trainers and makers leave the weights once more. */
    private static String otherLayout(String topFolder) {
        if (topFolder.equals("original/")) {
            return "second copy in its maker's own layout";
        }
        boolean checkpoint = topFolder.startsWith("checkpoint-") && topFolder.length() > "checkpoint-/".length();
        for (int i = "checkpoint-".length(); checkpoint && i < topFolder.length() - 1; i++) {
            checkpoint = Character.isDigit(topFolder.charAt(i));
        }
        return checkpoint ? "checkpoint of a training" : "";
    }

    private static boolean isAdapter(String stem) {
        String lower = Names.lower(stem);
        return lower.contains("lora") || lower.contains("adapter");
    }

    /** Gives the mark by which a file differs from a plain one beside it, or the empty text. */
    private String variant(WeightFile file) {
        Set<String> beside = stems(file.format(), file.folder());
        String stem = file.stem();
        if (file.format() == WeightFormat.ONNX || file.format() == WeightFormat.OPENVINO) {
            for (int at = stem.indexOf('_'); at >= 0; at = stem.indexOf('_', at + 1)) {
                String mark = stem.substring(at + 1);
                int end = mark.indexOf('_');
                String first = Names.lower(end < 0 ? mark : mark.substring(0, end));
                if (MARKS.contains(first) && beside.contains(stem.substring(0, at))) {
                    return mark;
                }
            }
            return "";
        }
        int dot = stem.lastIndexOf('.');
        return dot > 0 && beside.contains(stem.substring(0, dot)) ? stem.substring(dot + 1) : "";
    }
}
