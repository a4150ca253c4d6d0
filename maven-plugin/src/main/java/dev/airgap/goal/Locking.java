package dev.airgap.goal;

import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedFile;
import dev.airgap.lock.LockedModel;
import dev.airgap.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a lock: solves the requirements while the hubs are asked. */
final class Locking {

    private static final Logger LOG = LoggerFactory.getLogger(Locking.class);

    private final Wishes wishes;
    private final Places places;
    private final Network network;
    private final LockPolicy policy;

    private final Warnings warnings;

    Locking(Wishes wishes, Places places, Network network, LockPolicy policy, Warnings warnings) {
        this.warnings = warnings;
        this.wishes = wishes;
        this.places = places;
        this.network = network;
        this.policy = policy;
    }

    Lock lock(Optional<Lock> old) {
        Store store = Store.open(places.store());
        Configuration configuration = wishes.configuration();
        SortedMap<String, String> kept = old.isEmpty() || policy.upgradeAll()
                ? new TreeMap<>()
                : old.get().periods();
        // Whole seconds are enough, and read better.
        Cutoffs cutoffs =
                Cutoffs.of(configuration.excludeNewer(), kept, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        cutoffs.periods()
                .forEach((period, instant) -> LOG.info(
                        "{}: what was uploaded after {} is left out{}",
                        period,
                        instant,
                        instant.equals(kept.get(period)) ? ", as the lock has it; -Dairgap.upgrade moves it" : ""));
        CompletableFuture<List<LockedModel>> models = configuration.models().isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : Background.run(() -> new ModelLocking(wishes, places, network, store, policy, warnings).lock(old));
        PackagesLocked packages = PackagesLocked.NONE;
        List<LockedFile> files = List.of();
        Faults faults = new Faults();
        if (!wishes.asked().isEmpty()) {
            packages = faults.gather(
                    PackagesLocked.NONE,
                    () -> new PackageLocking(wishes, places, network, policy, store, cutoffs).lock(old));
        }
        if (!configuration.files().isEmpty()) {
            files = faults.gather(List.of(), () -> new FileLocking(configuration, network, store, policy).lock(old));
        }
        List<LockedModel> snapshots = faults.gather(List.of(), () -> Background.join(models));
        faults.raise();
        return new Lock(
                wishes.inputs(),
                wishes.targets().stream().map(LockGoal::locked).toList(),
                packages.packages(),
                snapshots,
                files,
                cutoffs.periods(),
                packages.parted());
    }
}
