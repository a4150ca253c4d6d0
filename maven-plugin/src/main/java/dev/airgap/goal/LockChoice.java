package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.Nearest;
import dev.airgap.http.SafeUrl;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockFile;
import dev.airgap.lock.LockedTarget;
import java.io.IOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the lock for goals that only show it, for one of its targets or for all. */
record LockChoice(Places places) {

    /** Gives what the lock says; throws FaultException where there is none, or not that target. */
    LockGraph graph(String target) {
        Lock lock;
        try {
            lock = LockFile.read(places.lock())
                    .orElseThrow(() -> new FaultException(Fault.of("There is no lock to look into")
                            .at(places.show(places.lock()))
                            .advise("Run airgap:lock first, or name another with -Dairgap.lockFile=….")));
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("The lock can't be read")
                            .at(places.lock().toString())
                            .because(String.valueOf(e)),
                    e);
        }
        SortedSet<String> ids = new TreeSet<>();
        for (LockedTarget locked : lock.targets()) {
            ids.add(locked.id());
        }
        if (target != null && !target.isBlank()) {
            String id = TargetId.of(target.trim());
            if (!ids.contains(id)) {
                String near = Nearest.question(id, ids);
                throw new FaultException(Fault.of("The lock has no target " + SafeUrl.printable(id))
                        .at("airgap.target")
                        .because("It has " + String.join(", ", ids) + ".")
                        .advise(near.isEmpty() ? "Name one of these, or none for all." : near));
            }
            ids.retainAll(Set.of(id));
        }
        return new LockGraph(lock, ids);
    }
}
