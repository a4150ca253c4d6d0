package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.hub.CacheTree;
import dev.airgap.hub.FolderTree;
import dev.airgap.hub.LocalDigests;
import dev.airgap.hub.LocalSnapshot;
import dev.airgap.hub.LocalTree;
import dev.airgap.hub.ModelRequest;
import dev.airgap.lock.LockedModel;
import dev.airgap.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads snapshots that come from no hub: folders, caches, Maven artifacts. */
final class LocalModels {

    private final Places places;
    private final Store store;
    private final BiFunction<Coordinates, String, Path> artifacts;

    /**
     * Makes a reader.
     *
     * @param artifacts finds the file of an artifact, given the place that asks for it
     */
    LocalModels(Places places, Store store, BiFunction<Coordinates, String, Path> artifacts) {
        this.places = places;
        this.store = store;
        this.artifacts = artifacts;
    }

    /**
     * Reads the folders of a configuration, whose content decides whether a lock is current.
     *
     * @return by the keys of their models
     */
    static Map<String, LocalSnapshot> folders(Configuration configuration, Places places) {
        LocalModels reader = new LocalModels(places, Store.open(places.store()), (coordinates, where) -> {
            throw new IllegalStateException("folders alone are read here");
        });
        Map<String, LocalSnapshot> folders = new HashMap<>();
        Faults faults = new Faults();
        for (ModelSpec spec : configuration.models()) {
            if (spec.source().kind() == ModelSource.Kind.FOLDER) {
                faults.gather(null, () -> {
                    reader.demandApart(spec);
                    return folders.put(Wishes.key(spec), reader.read(spec, spec.revision()));
                });
            }
        }
        faults.raise();
        return folders;
    }

    /** Refuses a folder that holds what is made of it: it would never be what it was. */
    private void demandApart(ModelSpec spec) {
        Path folder = places.base().resolve(spec.source().text()).normalize();
        for (Path made : List.of(places.lock(), places.tar(), places.store())) {
            if (made.startsWith(folder)) {
                throw new FaultException(Fault.of("The folder of " + SafeUrl.printable(spec.repo()) + " holds "
                                + places.show(made) + ", which is made here")
                        .at(spec.where())
                        .advise("Name the folder of the model alone."));
            }
        }
    }

    /** Forgets an archive that was unpacked, where its files are no longer what they were. */
    void forget(LockedModel model, LocalTree tree) {
        if (model.source().startsWith(ModelSource.Kind.ARTIFACT.word() + " ")) {
            new ModelArchives(store).forget(tree.root());
        }
    }

    /** Finds a snapshot's files, and reads no more than their names. */
    LocalTree tree(ModelSpec spec, String revision) {
        ModelRequest request = ContentCheck.request(spec, revision);
        String text = spec.source().text();
        return switch (spec.source().kind()) {
            case HUB -> throw new IllegalStateException(spec.repo() + " comes from a hub");
            case FOLDER -> FolderTree.read(places.base().resolve(text), request);
            case CACHE -> CacheTree.read(places.base().resolve(text), request);
            case ARTIFACT -> {
                Coordinates coordinates = Coordinates.parse(text).orElseThrow();
                yield new ModelArchives(store)
                        .read(artifacts.apply(coordinates, spec.where()), coordinates.toString(), request);
            }
        };
    }

    /** Chooses and hashes a snapshot's files. */
    LocalSnapshot read(ModelSpec spec, String revision) {
        LocalTree tree = tree(spec, revision);
        try {
            LocalDigests digests = LocalDigests.of(store.folder("local"), tree.root(), Clock.systemUTC());
            return LocalSnapshot.of(ContentCheck.request(spec, revision), tree, digests);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("The store's folder can't be used")
                            .at(store.root().toString())
                            .because(SafeUrl.printable(String.valueOf(e)))
                            .advise("Correct its permissions, or name another by -Dairgap.store or AIRGAP_STORE."),
                    e);
        }
    }

    /** Pins a snapshot. */
    LockedModel lock(ModelSpec spec, LocalSnapshot snapshot) {
        return new LockedModel(
                "",
                spec.repo(),
                spec.type(),
                spec.revision(),
                snapshot.plan().commit(),
                snapshot.files(),
                spec.source().pinned(places),
                spec.layout());
    }
}
