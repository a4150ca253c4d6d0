package dev.airgap.goal;

import dev.airgap.bundle.BundledModel;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.ModelRequest;
import dev.airgap.hub.Weights;
import dev.airgap.hub.loader.Consent;
import dev.airgap.hub.loader.ModelFacts;
import dev.airgap.hub.loader.Snapshot;
import dev.airgap.hub.loader.SnapshotCheck;
import dev.airgap.hub.loader.SnapshotCheck.Judged;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Demands of snapshots that loaders can load them, and that no code comes in unasked. */
final class ModelJudging {

    private final List<ModelSpec> specs;
    private final BiFunction<LockedModel, ModelFile, Optional<Path>> places;
    private final Warnings warnings;

    /**
     * Makes a judge.
     *
     * @param specs what was asked for
     * @param places where a file's bytes lie; nothing where they were not fetched yet
     */
    ModelJudging(List<ModelSpec> specs, BiFunction<LockedModel, ModelFile, Optional<Path>> places, Warnings warnings) {
        this.specs = specs;
        this.places = places;
        this.warnings = warnings;
    }

    /** Lists a lock's snapshots for the manifest; what their files say of them comes when they are judged. */
    static List<BundledModel> listed(Lock lock) {
        List<BundledModel> models = new ArrayList<>();
        for (LockedModel model : lock.models()) {
            boolean trusted = Wishes.isCodeTrusted(lock.inputs(), key(model))
                    || !model.neededBy().isEmpty();
            List<String> code = model.files().stream()
                    .map(ModelFile::path)
                    .filter(path -> trusted && path.endsWith(".py"))
                    .toList();
            models.add(new BundledModel(
                    model.type(),
                    model.repo(),
                    model.revision(),
                    model.commit(),
                    model.neededBy(),
                    code,
                    BundledModel.Facts.NONE));
        }
        return models;
    }

    /**
     * Judges all files of snapshots whose bytes are known.
     *
     * @return what the files say, in the order of the models
     */
    List<BundledModel.Facts> demand(List<LockedModel> models) {
        Set<String> repos = new HashSet<>();
        models.forEach(model -> repos.add(model.repo()));
        List<BundledModel.Facts> facts = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (LockedModel model : models) {
            Optional<ModelSpec> spec = spec(model);
            Snapshot snapshot = new Snapshot(model, file -> places.apply(model, file));
            Judged judged = SnapshotCheck.judge(snapshot, request(model, spec), consent(spec), repos);
            String where = spec.map(ModelSpec::where).orElse("needed by " + String.join(", ", model.neededBy()));
            judged.faults().forEach(fault -> faults.add(fault.at(where + ", " + fault.where())));
            warnings.say(judged.warnings());
            facts.add(facts(judged.facts()));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return facts;
    }

    private static BundledModel.Facts facts(ModelFacts facts) {
        return new BundledModel.Facts(
                facts.license(),
                facts.weights().stream()
                        .map(one -> new BundledModel.Weights(one.format(), one.parameters(), one.dtypes()))
                        .toList());
    }

    private static String key(LockedModel model) {
        return model.type() + " " + model.repo() + "@" + model.revision();
    }

    private Optional<ModelSpec> spec(LockedModel model) {
        return specs.stream()
                .filter(spec ->
                        spec.hub().equals(model.hub()) && Wishes.key(spec).equals(key(model)))
                .findFirst();
    }

    private static ModelRequest request(LockedModel model, Optional<ModelSpec> spec) {
        return spec.map(one -> ContentCheck.request(one, one.revision()))
                .orElseGet(() -> new ModelRequest(
                        model.hub(),
                        model.repo(),
                        model.type(),
                        model.revision(),
                        Weights.AUTO,
                        List.of(),
                        List.of(),
                        ""));
    }

    /** Code that another model leads to was consented to there. */
    static Consent consent(Optional<ModelSpec> spec) {
        return switch (spec.map(ModelSpec::remoteCode).orElse("true")) {
            case "true" -> Consent.GIVEN;
            case "false" -> Consent.REFUSED;
            default -> Consent.UNSAID;
        };
    }
}
