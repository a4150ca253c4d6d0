package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.hub.Hub;
import dev.airgap.hub.LeftOut;
import dev.airgap.hub.LocalSnapshot;
import dev.airgap.hub.SnapshotPlan;
import dev.airgap.lock.Inputs;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedModel;
import dev.airgap.store.Downloads;
import dev.airgap.store.Store;
import java.util.ArrayList;
import java.util.List;
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

    ModelLocking(Wishes wishes, Places places, Network network, Store store, LockPolicy policy) {
        this.wishes = wishes;
        this.local = new LocalModels(places, store, network::artifact);
        this.network = network;
        this.store = store;
        this.policy = policy;
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
        return models;
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
        Address address = address(spec);
        LOG.info("Hub {}: {} ({})", address.id(), SafeUrl.text(address.effective()), address.from());
        Hub hub = Hubs.open(address, network);
        String revision = pinned.isPresent() ? pinned.get().commit() : spec.revision();
        SnapshotPlan plan = hub.plan(ContentCheck.request(spec, revision));
        tell(spec, plan);
        LockedModel locked =
                hub.lock(plan, pinned, new Downloads(store, new LazyTransport(network), network.progress()));
        return new LockedModel(
                locked.hub(),
                locked.repo(),
                locked.type(),
                spec.revision(),
                locked.commit(),
                locked.files(),
                "",
                spec.layout());
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
        return local.lock(spec, snapshot);
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
        plan.notes().forEach(note -> LOG.warn("{}", note));
    }

    /** Tells whether what was chosen of the snapshot then would be chosen now. */
    private boolean sameChoice(ModelSpec spec, Inputs then) {
        String key = Wishes.key(spec);
        return wishes.inputs().entries().get(key).equals(then.entries().get(key));
    }

    private Address address(ModelSpec spec) {
        return network.hubs().stream()
                .filter(hub -> hub.id().equals(spec.hub()))
                .findFirst()
                .orElseThrow();
    }
}
