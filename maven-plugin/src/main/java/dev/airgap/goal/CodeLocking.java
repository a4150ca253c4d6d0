package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.Hub;
import dev.airgap.hub.ModelRequest;
import dev.airgap.hub.SnapshotPlan;
import dev.airgap.hub.Weights;
import dev.airgap.hub.loader.CodeReference;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.store.Downloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pins the repositories that hold other models' code, by consent given there: their Python files alone, at the branch
 * that loaders ask for. Loaders name no commit of them, so that here alone is said which code will run.
 */
final class CodeLocking {

    private static final Logger LOG = LoggerFactory.getLogger(CodeLocking.class);

    private static final List<String> CODE = List.of("*.py");

    private final Function<String, Hub> hubs;
    private final String first;
    private final Downloads downloads;
    private final LockPolicy policy;
    private final List<LockedModel> before;
    private final Map<String, LockedModel> models = new LinkedHashMap<>();

    /**
     * Makes the lock of code.
     *
     * @param hubs opens a hub by its id
     * @param first the hub that has the code of models from no hub
     * @param before the snapshots of the old lock
     * @param asked the snapshots of the new one; those of the old one among them may hold others' code already
     */
    CodeLocking(
            Function<String, Hub> hubs,
            String first,
            Downloads downloads,
            LockPolicy policy,
            List<LockedModel> before,
            List<LockedModel> asked) {
        this.hubs = hubs;
        this.first = first;
        this.downloads = downloads;
        this.policy = policy;
        this.before = before;
        for (LockedModel model : asked) {
            models.put(key(model), model.withNeededBy(List.of()));
        }
    }

    /** Gives all snapshots. */
    List<LockedModel> models() {
        return List.copyOf(models.values());
    }

    /** Keeps what a snapshot that stays as it was needed before. */
    void keep(ModelSpec dependent) {
        for (LockedModel model : before) {
            if (model.hub().equals(hub(dependent)) && model.neededBy().contains(name(dependent))) {
                if (policy.movesModel(model.repo())) {
                    add(dependent, model.repo());
                } else {
                    join(model, dependent);
                }
            }
        }
    }

    /** Pins what a snapshot's settings name in other repositories. */
    void add(ModelSpec dependent, List<CodeReference> references) {
        Map<String, CodeReference> byRepo = new TreeMap<>();
        for (CodeReference reference : references) {
            if (reference.isElsewhere()) {
                byRepo.putIfAbsent(reference.repo(), reference);
            }
        }
        byRepo.keySet().forEach(repo -> add(dependent, repo));
        for (CodeReference reference : references) {
            LockedModel model = reference.isElsewhere() ? models.get(key(hub(dependent), reference.repo())) : null;
            if (model != null
                    && model.files().stream().noneMatch(file -> file.path().equals(reference.file()))) {
                throw new FaultException(Fault.of("Code that a loader runs is not there: " + reference.file() + " of "
                                + model.repo() + "@" + model.commit())
                        .at(dependent.where())
                        .because(dependent.repo() + " has in its " + reference.said())
                        .advise("Tell the model's maker, or say <remoteCode>false</remoteCode>."));
            }
        }
    }

    private void add(ModelSpec dependent, String repo) {
        Optional<LockedModel> old = policy.movesModel(repo)
                ? Optional.empty()
                : before.stream()
                        .filter(model -> key(model).equals(key(hub(dependent), repo))
                                && !model.neededBy().isEmpty())
                        .findFirst();
        LockedModel asked = models.get(key(hub(dependent), repo));
        if (old.isPresent() && (asked == null || asked.commit().equals(old.get().commit()))) {
            join(old.get(), dependent);
            return;
        }
        String revision = asked == null ? ModelRequest.DEFAULT_REVISION : asked.commit();
        String where = dependent.where() + ", for the code of " + dependent.repo();
        Hub hub = hubs.apply(hub(dependent));
        SnapshotPlan plan = hub.plan(
                new ModelRequest(hub(dependent), repo, "model", revision, Weights.AUTO, CODE, List.of(), where));
        LockedModel locked = hub.lock(plan, old, downloads);
        LOG.info(
                "model {}@{}: commit {}, {} of code, which {} needs",
                repo,
                ModelRequest.DEFAULT_REVISION,
                plan.commit(),
                Sizes.count(locked.files().size(), "file"),
                dependent.repo());
        plan.sentences().forEach(sentence -> LOG.warn("{}", sentence));
        join(
                new LockedModel(
                        locked.hub(),
                        locked.repo(),
                        locked.type(),
                        ModelRequest.DEFAULT_REVISION,
                        locked.commit(),
                        locked.files()),
                dependent);
    }

    /** Puts code beside what was asked for of the same repository. */
    private void join(LockedModel code, ModelSpec dependent) {
        LockedModel there = models.getOrDefault(key(code), code.withNeededBy(List.of()));
        Map<String, ModelFile> files = new TreeMap<>();
        code.files().stream().filter(file -> file.path().endsWith(".py")).forEach(file -> files.put(file.path(), file));
        there.files().forEach(file -> files.put(file.path(), file));
        List<String> by = new ArrayList<>(there.neededBy());
        by.add(name(dependent));
        models.put(key(code), there.withFiles(List.copyOf(files.values())).withNeededBy(by));
    }

    private String hub(ModelSpec dependent) {
        return dependent.hub().isEmpty() ? first : dependent.hub();
    }

    private static String name(ModelSpec spec) {
        return spec.repo() + "@" + spec.revision();
    }

    private static String key(LockedModel model) {
        return model.hub() + " " + model.type() + " " + model.repo() + "@" + model.revision();
    }

    private static String key(String hub, String repo) {
        return hub + " model " + repo + "@" + ModelRequest.DEFAULT_REVISION;
    }
}
