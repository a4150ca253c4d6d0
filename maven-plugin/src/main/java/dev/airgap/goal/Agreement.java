package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.index.WheelProof;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedWheel;
import dev.airgap.python.Specifiers;
import dev.airgap.python.WheelName;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Demands of fetched wheels that they are what their indexes said of them when versions were chosen. */
record Agreement(Store store) {

    private static final Logger LOG = LoggerFactory.getLogger(Agreement.class);

    /** Looks at every wheel of a lock that lies in the store. */
    void demand(Lock lock) {
        WheelProof proof = proof();
        List<Fault> faults = new ArrayList<>();
        for (LockedPackage locked : lock.packages()) {
            for (LockedWheel wheel : locked.wheels()) {
                store.find(wheel.sha256(), wheel.size())
                        .flatMap(path -> fault(proof, listed(locked, wheel), path))
                        .ifPresent(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    /** Looks at one wheel. */
    void demand(WheelFile wheel, Path file) {
        fault(proof(), wheel, file).ifPresent(fault -> {
            throw new FaultException(fault);
        });
    }

    private static Optional<Fault> fault(WheelProof proof, WheelFile wheel, Path file) {
        return proof == null ? Optional.empty() : proof.fault(wheel, file);
    }

    private WheelProof proof() {
        try {
            return new WheelProof(store.folder("index"));
        } catch (IOException e) {
            // Nothing was read beside a wheel where there is no cache.
            LOG.debug("No cache of metadata: {}", e.getMessage());
            return null;
        }
    }

    private static WheelFile listed(LockedPackage locked, LockedWheel wheel) {
        return new WheelFile(
                WheelName.parse(wheel.file()),
                wheel.url(),
                wheel.sha256(),
                wheel.size(),
                Specifiers.ANY,
                null,
                "",
                "",
                locked.index(wheel));
    }
}
