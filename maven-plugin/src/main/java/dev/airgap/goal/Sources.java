package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.Hub;
import dev.airgap.index.Indexes;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedWheel;
import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Blob;
import dev.airgap.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds where a locked file is fetched on this machine. The lock names addresses as its index gave them; where a mirror
 * stands in front of that index now, the mirror's own page says where it has the wheel.
 */
final class Sources implements AutoCloseable {

    private final Network network;
    private final Store store;
    private final IndexOpener opener;
    private final Path lockFolder;
    private final Map<String, Hub> hubs = new HashMap<>();
    private Indexes indexes;

    /** @param lockFolder what wheels in the file system are named from in the lock */
    Sources(Configuration configuration, Network network, Store store, Path lockFolder) {
        this.lockFolder = lockFolder;
        this.network = network;
        this.store = store;
        this.opener = new IndexOpener(configuration, network, store);
    }

    Blob wheel(LockedPackage locked, LockedWheel wheel) {
        URI url = wheel.address(lockFolder);
        for (Address index : network.indexes()) {
            if (index.id().equals(locked.index()) && index.isMirrored()) {
                URI moved = index.toEffective(url);
                boolean stored = store.find(wheel.sha256(), wheel.size()).isPresent();
                url = moved.equals(url) && !stored ? listed(locked, wheel) : moved;
            }
        }
        return new Blob(wheel.file(), locked.index(), url, wheel.sha256(), "", wheel.size());
    }

    /** Looks the wheel up on the page of the index; the lock's own address where the page has it no more. */
    private URI listed(LockedPackage locked, LockedWheel wheel) {
        if (indexes == null) {
            indexes = opener.open(opener.wheels());
        }
        Releases releases = indexes.releases(PackageName.of(locked.name()));
        int position = releases.position(Version.parse(locked.version()));
        if (position >= 0) {
            for (WheelFile file : releases.wheels(position)) {
                if (file.name().fileName().equals(wheel.file())) {
                    return file.url();
                }
            }
        }
        return wheel.address(lockFolder);
    }

    Blob model(LockedModel model, ModelFile file) {
        return hub(model).blob(model, file);
    }

    /** Tells why downloads failed, where a hub knows more than a status. */
    FaultException explained(Lock lock, FaultException failure) {
        for (LockedModel model : lock.models()) {
            String part = "/" + model.repo() + "/resolve/";
            if (failure.faults().stream().anyMatch(fault -> fault.where().contains(part))) {
                return hub(model).explain(model, failure);
            }
        }
        return failure;
    }

    private Hub hub(LockedModel model) {
        Address address = network.hubs().stream()
                .filter(hub -> hub.id().equals(model.hub()))
                .findFirst()
                .orElseThrow(
                        () -> new FaultException(Fault.of("The lock names a hub that is not configured: " + model.hub())
                                .because("It holds " + model.repo() + ".")
                                .advise("Declare the hub in <hubs>, or run airgap:lock.")));
        return hubs.computeIfAbsent(address.id(), id -> Hubs.open(address, network));
    }

    @Override
    public void close() {
        if (indexes != null) {
            indexes.close();
        }
    }
}
