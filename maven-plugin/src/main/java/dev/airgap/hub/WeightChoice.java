package dev.airgap.hub;

import dev.airgap.fault.FaultException;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the same weights once. What an include names is always taken, so that one more include never loses a file;
 * of the rest, files of the chosen formats that are no copies; and every file that is no weights.
 *
 * <p>Where the choice is not given, safetensors are taken. Where there are none, another format that is data alone, if
 * nothing beside it can run code: a folder of ONNX beside a checkpoint that is a pickle may be there for another
 * loader, so that is the user's to say.
 */
final class WeightChoice {

    private final ModelRequest request;
    private final Patterns patterns;
    private final List<WeightFile> weights = new ArrayList<>();
    private final List<PlannedFile> others = new ArrayList<>();
    private final boolean pipeline;
    private final boolean modules;

    /**
     * Takes what is to be chosen from.
     *
     * @param listing the whole repository
     * @param taken those of it that pass the patterns
     */
    WeightChoice(ModelRequest request, Patterns patterns, List<PlannedFile> listing, List<PlannedFile> taken) {
        this.request = request;
        this.patterns = patterns;
        Set<String> top = new HashSet<>();
        for (PlannedFile file : listing) {
            if (file.path().indexOf('/') < 0) {
                top.add(file.path());
            }
        }
        pipeline = top.contains("model_index.json");
        modules = top.contains("modules.json");
        for (WeightFile file : new WeightReader(listing).read(taken)) {
            if (file.format() == null) {
                others.add(file.file());
            } else {
                weights.add(file);
            }
        }
    }

    /** Chooses, and notes what is left. */
    List<PlannedFile> choose(LeftOuts leftOut) {
        Set<WeightFormat> formats = formats();
        Copies copies = new Copies(weights, pipeline);
        List<WeightFile> kept = new ArrayList<>();
        for (WeightFile file : weights) {
            String reason = isNamed(file) ? "" : reason(file, formats, copies);
            if (reason.isEmpty()) {
                kept.add(file);
            } else {
                leftOut.add(file, reason);
            }
        }
        if (request.weights().auto()) {
            requireServed(kept);
        }
        requireOneQuantisation(kept);
        List<PlannedFile> files = new ArrayList<>(others);
        for (WeightFile file : kept) {
            files.add(file.file());
        }
        return files;
    }

    private boolean isNamed(WeightFile file) {
        return patterns.names(file.path(), file.ending());
    }

    private static String reason(WeightFile file, Set<WeightFormat> formats, Copies copies) {
        if (file.training()) {
            return "state of a training, pickle";
        }
        if (formats.isEmpty()) {
            return "not named by an include";
        }
        if (!formats.contains(file.format())) {
            return file.format() == WeightFormat.PICKLE ? "pickle" : "another format";
        }
        return copies.copy(file);
    }

    private Set<WeightFormat> formats() {
        Set<WeightFormat> present = EnumSet.noneOf(WeightFormat.class);
        Set<WeightFormat> named = EnumSet.noneOf(WeightFormat.class);
        for (WeightFile file : weights) {
            if (file.payload()) {
                (isNamed(file) ? named : present).add(file.format());
            }
        }
        if (!request.weights().auto()) {
            Set<WeightFormat> asked = request.weights().formats();
            for (WeightFormat format : asked) {
                if (present.contains(format) || named.contains(format)) {
                    return asked;
                }
            }
            if (present.isEmpty() && named.isEmpty()) {
                return asked;
            }
            throw new FaultException(new WeightFaults(request, weights).noneOf(asked));
        }
        if (present.isEmpty() || present.contains(WeightFormat.SAFETENSORS)) {
            return EnumSet.of(WeightFormat.SAFETENSORS);
        }
        if (!named.isEmpty()) {
            return EnumSet.noneOf(WeightFormat.class);
        }
        for (WeightFormat format : present) {
            if (format.canRunCode()) {
                throw new FaultException(new WeightFaults(request, weights).notOurs(present));
            }
        }
        return EnumSet.of(present.iterator().next());
    }

    /** Refuses a choice that would leave a part of the model without its weights. */
    private void requireServed(List<WeightFile> kept) {
        Set<String> served = new HashSet<>();
        for (WeightFile file : kept) {
            if (file.payload()) {
                served.add(file.topFolder());
            }
        }
        Set<String> bare = new TreeSet<>();
        List<WeightFile> pickles = new ArrayList<>();
        for (WeightFile file : weights) {
            boolean needed = file.payload()
                    && file.format() == WeightFormat.PICKLE
                    && isPart(file)
                    && !served.contains(file.topFolder());
            if (needed) {
                bare.add(file.topFolder());
                pickles.add(file);
            }
        }
        if (!bare.isEmpty()) {
            throw new FaultException(new WeightFaults(request, weights).bare(bare, pickles));
        }
    }

    /** Tells whether a loader of the whole model reads weights at this place. */
    private boolean isPart(WeightFile file) {
        String top = file.topFolder();
        if (top.isEmpty()) {
            return !pipeline
                    && (file.stem().startsWith("pytorch_model") || file.stem().startsWith("adapter_model"));
        }
        if (pipeline) {
            return file.stem().startsWith("pytorch_model") || file.stem().startsWith("diffusion_pytorch_model");
        }
        return modules && Character.isDigit(top.charAt(0)) && top.indexOf('_') > 0;
    }

    /** Refuses to take a model in many quantisations, tens of gigabytes each maybe, without being told to. */
    private void requireOneQuantisation(List<WeightFile> kept) {
        Set<String> stems = new TreeSet<>();
        List<WeightFile> files = new ArrayList<>();
        for (WeightFile file : kept) {
            boolean counts = file.format() == WeightFormat.GGUF
                    && file.payload()
                    && !Names.lower(file.stem()).startsWith("mmproj")
                    && !isNamed(file);
            if (counts) {
                stems.add(file.folder() + file.stem());
                files.add(file);
            }
        }
        if (stems.size() > 1) {
            throw new FaultException(new WeightFaults(request, weights).manyQuantisations(files));
        }
    }
}
