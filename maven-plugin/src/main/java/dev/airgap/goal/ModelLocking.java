package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.hub.Hub;
import dev.airgap.hub.LeftOut;
import dev.airgap.hub.LocalFile;
import dev.airgap.hub.LocalSnapshot;
import dev.airgap.hub.LocalTree;
import dev.airgap.hub.SnapshotPlan;
import dev.airgap.hub.loader.CodeReference;
import dev.airgap.hub.loader.CodeReferences;
import dev.airgap.hub.loader.Consent;
import dev.airgap.hub.loader.Snapshot;
import dev.airgap.lock.Inputs;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.store.Downloads;
import dev.airgap.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pins snapshots: a revision that moved meanwhile stays where it is until an upgrade is asked for. */
final class ModelLocking {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLocking.class);

    private final Wishes wishes;
    private final LocalModels local;
    private final Network network;
    private final Store store;
    private final LockPolicy policy;
    private final Warnings warnings;
    private final Downloads downloads;
    /** The code that newly locked snapshots name, by the consent given. */
    private final Map<ModelSpec, List<CodeReference>> code = new HashMap<>();

    /** Where the files of newly locked snapshots lie that come from no hub, by the models' keys. */
    private final Map<String, LocalTree> trees = new HashMap<>();

    ModelLocking(Wishes wishes, Places places, Network network, Store store, LockPolicy policy, Warnings warnings) {
        this.wishes = wishes;
        this.local = new LocalModels(places, store, network::artifact);
        this.network = network;
        this.store = store;
        this.policy = policy;
        this.warnings = warnings;
        this.downloads = new Downloads(store, new LazyTransport(network), network.progress());
    }

    List<LockedModel> lock(Optional<Lock> old) {
        List<LockedModel> models = new ArrayList<>();
        Faults faults = new Faults();
        for (ModelSpec spec : wishes.configuration().models()) {
            LockedModel model = faults.gather(null, () -> told(spec, old));
            if (model != null) {
                models.add(model);
            }
        }
        faults.raise();
        List<LockedModel> before = old.map(Lock::models).orElse(List.of());
        String hub = network.hubs().get(0).id();
        CodeLocking closure = new CodeLocking(this::hub, hub, downloads, policy, before, models);
        for (ModelSpec spec : wishes.configuration().models()) {
            faults.gather(null, () -> {
                if (code.containsKey(spec)) {
                    closure.add(spec, code.get(spec));
                } else {
                    closure.keep(spec);
                }
                return null;
            });
        }
        faults.raise();
        new ModelJudging(wishes.configuration().models(), this::place, warnings).demand(closure.models());
        return closure.models();
    }

    private Hub hub(String id) {
        return Hubs.open(address(id), network);
    }

    /** Says of every fault which snapshot it is about, and where that is asked for. */
    private LockedModel told(ModelSpec spec, Optional<Lock> old) {
        try {
            return lock(spec, old);
        } catch (FaultException e) {
            List<Fault> told = new ArrayList<>();
            for (Fault fault : e.faults()) {
                String what = fault.what().contains(spec.repo())
                        ? fault.what()
                        : "The " + spec.type() + " " + spec.repo() + " can't be locked: " + fault.what();
                String where = fault.where().isEmpty() ? spec.where() : spec.where() + ", " + fault.where();
                told.add(new Fault(
                        what,
                        fault.where().contains(spec.where()) ? fault.where() : where,
                        fault.detail(),
                        fault.next()));
            }
            throw new FaultException(told, e);
        }
    }

    private LockedModel lock(ModelSpec spec, Optional<Lock> old) {
        Optional<LockedModel> pinned = policy.movesModel(spec.repo())
                ? Optional.empty()
                : old.flatMap(lock -> lock.models().stream()
                        .filter(model -> model.hub().equals(spec.hub())
                                && model.repo().equals(spec.repo())
                                && model.type().equals(spec.type())
                                && model.revision().equals(spec.revision()))
                        .findFirst());
        if (pinned.isPresent() && sameChoice(spec, old.orElseThrow().inputs())) {
            return pinned.get();
        }
        if (!spec.source().isHub()) {
            return local(spec, pinned);
        }
        Address address = address(spec.hub());
        LOG.info("Hub {}: {} ({})", address.id(), SafeUrl.text(address.effective()), address.from());
        Hub hub = Hubs.open(address, network);
        String revision = pinned.isPresent() ? pinned.get().commit() : spec.revision();
        SnapshotPlan plan = hub.plan(ContentCheck.request(spec, revision));
        tell(spec, plan);
        LockedModel locked = hub.lock(plan, pinned, downloads);
        LockedModel model = new LockedModel(
                locked.hub(),
                locked.repo(),
                locked.type(),
                spec.revision(),
                locked.commit(),
                locked.files(),
                "",
                spec.layout());
        List<Downloads.Job> settings = model.files().stream()
                .filter(CodeReferences::isRead)
                .map(file -> new Downloads.Job(hub.blob(model, file), null))
                .toList();
        if (!settings.isEmpty()) {
            downloads.fetch(settings);
        }
        return withCode(spec, model);
    }

    /** Finds the code that the snapshot's settings name, and leaves it out where that was said. */
    private LockedModel withCode(ModelSpec spec, LockedModel model) {
        List<CodeReference> found = CodeReferences.of(new Snapshot(model, file -> place(model, file)));
        Consent consent = ModelJudging.consent(Optional.of(spec));
        code.put(spec, consent == Consent.GIVEN ? found : List.of());
        if (consent != Consent.REFUSED) {
            return model;
        }
        List<ModelFile> kept = new ArrayList<>();
        for (ModelFile file : model.files()) {
            boolean isCode = found.stream()
                    .anyMatch(one -> !one.isElsewhere() && one.file().equals(file.path()));
            if (isCode) {
                LOG.info("  left out: {} ({}, code, and remoteCode is false)", file.path(), Sizes.of(file.size()));
            } else {
                kept.add(file);
            }
        }
        return model.withFiles(kept);
    }

    /** Finds a file's bytes, where they are on this machine already. */
    private Optional<Path> place(LockedModel model, ModelFile file) {
        if (model.source().isEmpty()) {
            return store.find(file.sha256(), file.size());
        }
        LocalTree tree = trees.get(model.type() + " " + model.repo() + "@" + model.revision());
        return Optional.ofNullable(tree)
                .map(known -> known.files().get(file.path()))
                .map(LocalFile::real);
    }

    /** Pins what lies on this machine: a cache stays at its commit as a hub does, and a folder has but one state. */
    private LockedModel local(ModelSpec spec, Optional<LockedModel> pinned) {
        LOG.info(
                "{} {}: {} {}",
                spec.type(),
                spec.repo(),
                spec.source().kind().word(),
                SafeUrl.printable(spec.source().text()));
        LocalSnapshot folder = wishes.folders().get(Wishes.key(spec));
        String revision = pinned.map(LockedModel::commit).orElse(spec.revision());
        LocalSnapshot snapshot = folder == null ? local.read(spec, revision) : folder;
        tell(spec, snapshot.plan());
        trees.put(Wishes.key(spec), local.tree(spec, snapshot.plan().commit()));
        return withCode(spec, local.lock(spec, snapshot));
    }

    private static void tell(ModelSpec spec, SnapshotPlan plan) {
        LOG.info(
                "{} {}@{}: commit {}, {}, {}",
                spec.type(),
                spec.repo(),
                spec.revision(),
                plan.commit(),
                Sizes.count(plan.files().size(), "file"),
                Sizes.of(plan.size()));
        for (LeftOut left : plan.leftOut()) {
            LOG.info("  left out: {}", left);
        }
        plan.sentences().forEach(sentence -> LOG.warn("{}", sentence));
    }

    /** Tells whether what was chosen of the snapshot then would be chosen now. */
    private boolean sameChoice(ModelSpec spec, Inputs then) {
        String key = Wishes.key(spec);
        return wishes.inputs().entries().get(key).equals(then.entries().get(key));
    }

    private Address address(String id) {
        return network.hubs().stream()
                .filter(hub -> hub.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
