package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.Hub;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedWheel;
import dev.airgap.store.Blob;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds where a locked file is fetched on this machine. The lock names addresses as the declared index gave them; where
 * a mirror stands in front of that index, an address below it is turned to the mirror's.
 */
final class Sources {

    private final Network network;
    private final Map<String, Hub> hubs = new HashMap<>();

    Sources(Network network) {
        this.network = network;
    }

    Blob wheel(LockedPackage locked, LockedWheel wheel) {
        URI url = wheel.url();
        for (Address index : network.indexes()) {
            if (index.id().equals(locked.index()) && index.isMirrored()) {
                url = index.toEffective(url);
            }
        }
        return new Blob(wheel.file(), locked.index(), url, wheel.sha256(), "", wheel.size());
    }

    Blob model(LockedModel model, ModelFile file) {
        for (Address hub : network.hubs()) {
            if (hub.id().equals(model.hub())) {
                return hubs.computeIfAbsent(hub.id(), id -> Hubs.open(hub, network))
                        .blob(model, file);
            }
        }
        throw new FaultException(Fault.of("The lock names a hub that is not configured: " + model.hub())
                .because("It holds " + model.repo() + ".")
                .advise("Declare the hub in <hubs>, or run airgap:lock."));
    }
}
