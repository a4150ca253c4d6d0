package dev.airgap.hub;

import dev.airgap.hub.SnapshotPlan.PlannedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells weights from other files, and their formats from each other, by the names that tools give them. */
final class WeightReader {

    private static final Pattern SHARD = Pattern.compile("-\\d{1,6}-of-\\d{1,6}");

    private static final Map<String, WeightFormat> ENDINGS = Map.ofEntries(
            Map.entry(".safetensors", WeightFormat.SAFETENSORS),
            Map.entry(".gguf", WeightFormat.GGUF),
            Map.entry(".onnx", WeightFormat.ONNX),
            Map.entry(".ort", WeightFormat.ONNX),
            Map.entry(".msgpack", WeightFormat.FLAX),
            Map.entry(".tflite", WeightFormat.TFLITE),
            Map.entry(".mlmodel", WeightFormat.COREML),
            Map.entry(".h5", WeightFormat.TENSORFLOW),
            Map.entry(".hdf5", WeightFormat.TENSORFLOW),
            Map.entry(".keras", WeightFormat.TENSORFLOW),
            Map.entry(".pb", WeightFormat.TENSORFLOW),
            Map.entry(".ot", WeightFormat.RUST),
            Map.entry(".bin", WeightFormat.PICKLE),
            Map.entry(".pt", WeightFormat.PICKLE),
            Map.entry(".pth", WeightFormat.PICKLE),
            Map.entry(".th", WeightFormat.PICKLE),
            Map.entry(".ptl", WeightFormat.PICKLE),
            Map.entry(".ckpt", WeightFormat.PICKLE),
            Map.entry(".nemo", WeightFormat.PICKLE),
            Map.entry(".distcp", WeightFormat.PICKLE),
            Map.entry(".pkl", WeightFormat.PICKLE),
            Map.entry(".pickle", WeightFormat.PICKLE),
            Map.entry(".dill", WeightFormat.PICKLE),
            Map.entry(".joblib", WeightFormat.PICKLE));

    private final Set<String> paths = new HashSet<>();

    /** Takes the whole listing, since some formats show only by their neighbours. */
    WeightReader(List<PlannedFile> listing) {
        for (PlannedFile file : listing) {
            paths.add(file.path());
        }
    }

    /** Reads every file of a selection, companions of a format's own folder included. */
    List<WeightFile> read(List<PlannedFile> files) {
        List<WeightFile> read = new ArrayList<>(files.size());
        Map<String, WeightFormat> folders = new HashMap<>();
        for (PlannedFile file : files) {
            WeightFile weights = read(file);
            read.add(weights);
            String folder = formatFolder(file.path());
            if (weights.payload() && !folder.isEmpty() && isNamedFor(folder, weights.format())) {
                folders.put(folder, weights.format());
            }
        }
        for (int i = 0; i < read.size(); i++) {
            WeightFile file = read.get(i);
            WeightFormat format = folders.get(formatFolder(file.path()));
            if (file.format() == null && format != null) {
                read.set(i, new WeightFile(file.file(), format, file.path(), file.path(), false, false));
            }
        }
        return read;
    }

    /** Gives the path up to the first folder that bears a format's name, or the empty text. */
    private static String formatFolder(String path) {
        int from = 0;
        for (int to = path.indexOf('/'); to >= 0; to = path.indexOf('/', from)) {
            String segment = path.substring(from, to);
            for (WeightFormat format : WeightFormat.values()) {
                if (segment.equalsIgnoreCase(format.id())) {
                    return path.substring(0, to + 1);
                }
            }
            from = to + 1;
        }
        return "";
    }

    private static boolean isNamedFor(String folder, WeightFormat format) {
        return Names.lower(folder).endsWith(format.id() + "/");
    }

    private WeightFile read(PlannedFile file) {
        String path = file.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        String lower = Names.lower(name);
        if (isCoreMlFolder(path)) {
            return new WeightFile(file, WeightFormat.COREML, name, path, true, false);
        }
        int index = lower.endsWith(".json") ? lower.indexOf(".index.") : -1;
        if (index > 0) {
            return index(file, name, index);
        }
        int dot = ending(lower);
        WeightFormat format = dot < 0 ? null : format(path, lower, dot);
        if (format == null) {
            return new WeightFile(file, null, name, path, false, false);
        }
        boolean training = format == WeightFormat.PICKLE && isTrainingState(lower);
        String ending = name.substring(dot);
        String stem = SHARD.matcher(name.substring(0, dot)).replaceAll("");
        return new WeightFile(file, format, stem, ending, !training, training);
    }

    /** Reads {@code model.safetensors.index.json} or {@code ….index.fp16.json}: it goes with its shards. */
    private WeightFile index(PlannedFile file, String name, int at) {
        String shards = name.substring(0, at);
        String lower = Names.lower(shards);
        int dot = ending(lower);
        WeightFormat format = dot < 0 ? null : ENDINGS.get(lower.substring(dot));
        if (format == null) {
            return new WeightFile(file, null, name, file.path(), false, false);
        }
        String variant = name.substring(at + ".index".length(), name.length() - ".json".length());
        return new WeightFile(file, format, shards.substring(0, dot) + variant, name.substring(dot), false, false);
    }

    /** Finds where a name's extension starts, one of several parts as {@code .onnx.data} or {@code .ckpt.index} included. */
    private static int ending(String lower) {
        for (String part : List.of(".onnx.", ".onnx_data", ".gguf.part", ".gguf-split-", ".ckpt.", ".ckpt-")) {
            int at = lower.lastIndexOf(part);
            if (at > 0) {
                return at;
            }
        }
        return lower.lastIndexOf('.');
    }

    private WeightFormat format(String path, String lower, int dot) {
        String ending = lower.substring(dot);
        if (ending.startsWith(".onnx")) {
            return WeightFormat.ONNX;
        }
        if (ending.startsWith(".gguf")) {
            return WeightFormat.GGUF;
        }
        if (ending.startsWith(".ckpt") && !ending.equals(".ckpt")) {
            return WeightFormat.TENSORFLOW;
        }
        if (path.contains("variables/variables.")) {
            return WeightFormat.TENSORFLOW;
        }
        if (ending.equals(".xml")) {
            return hasNeighbour(path, ".xml", ".bin") ? WeightFormat.OPENVINO : null;
        }
        return ending.equals(".bin") ? bin(path, lower) : ENDINGS.get(ending);
    }

    /** Tells whose {@code .bin} it is: an ending that many tools use, pickle most of all. */
    private WeightFormat bin(String path, String lower) {
        if (hasNeighbour(path, ".bin", ".xml")) {
            return WeightFormat.OPENVINO;
        }
        if (lower.startsWith("ggml")) {
            return WeightFormat.GGML;
        }
        if (lower.equals("model.bin")) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            for (String vocabulary : List.of("vocabulary", "shared_vocabulary", "source_vocabulary")) {
                if (paths.contains(folder + vocabulary + ".txt") || paths.contains(folder + vocabulary + ".json")) {
                    return WeightFormat.CTRANSLATE2;
                }
            }
        }
        return WeightFormat.PICKLE;
    }

    private boolean hasNeighbour(String path, String ending, String other) {
        return paths.contains(path.substring(0, path.length() - ending.length()) + other);
    }

    private static boolean isCoreMlFolder(String path) {
        return path.contains(".mlpackage/") || path.contains(".mlmodelc/");
    }

    private static boolean isTrainingState(String lower) {
        for (String start :
                List.of("optimizer.", "scheduler.", "rng_state", "random_states_", "training_args.", "scaler.")) {
            if (lower.startsWith(start)) {
                return true;
            }
        }
        return lower.endsWith("_optim_states.pt");
    }
}
