package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.index.Counts;
import dev.airgap.index.IndexSource;
import dev.airgap.index.Indexes;
import dev.airgap.index.StoreWheels;
import dev.airgap.input.NamedLock;
import dev.airgap.input.WrittenRequirement;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedPackages;
import dev.airgap.lock.LockedWheel;
import dev.airgap.lock.foreign.ForeignFile;
import dev.airgap.lock.foreign.ForeignLock;
import dev.airgap.lock.foreign.ForeignResolver;
import dev.airgap.python.PackageName;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import dev.airgap.resolve.Edits;
import dev.airgap.resolve.Pin;
import dev.airgap.resolve.Problem;
import dev.airgap.resolve.PubGrubResolver;
import dev.airgap.resolve.Resolution;
import dev.airgap.resolve.UnsolvedException;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Entry;
import dev.airgap.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Solves the requirements for all targets and pins the wheels. */
final class PackageLocking {

    private static final Logger LOG = LoggerFactory.getLogger(PackageLocking.class);

    private final Wishes wishes;
    private final Places places;
    private final Network network;
    private final LockPolicy policy;
    private final Store store;
    private final Cutoffs cutoffs;

    PackageLocking(Wishes wishes, Places places, Network network, LockPolicy policy, Store store, Cutoffs cutoffs) {
        this.wishes = wishes;
        this.places = places;
        this.network = network;
        this.policy = policy;
        this.store = store;
        this.cutoffs = cutoffs;
    }

    PackagesLocked lock(Optional<Lock> old) {
        List<WrittenRequirement> lines = new ArrayList<>(wishes.asked().requirements());
        lines.addAll(wishes.asked().constraints());
        lines.addAll(wishes.asked().overrides());
        AskedHashes hashes = new AskedHashes(lines, wishes.targets());
        IndexOpener opener = new IndexOpener(wishes.configuration(), network, store);
        StoreWheels wheels = opener.wheels();
        try (Indexes indexes = opener.open(wheels)) {
            network.indexes()
                    .forEach(index ->
                            LOG.info("Index {}: {} ({})", index.id(), SafeUrl.text(index.effective()), index.from()));
            AdmittedCatalog admitted = new AdmittedCatalog(indexes, cutoffs);
            HashedCatalog catalog = new HashedCatalog(admitted, hashes, wishes.targets());
            Problem problem = new Problem(
                    wishes.targets(),
                    wishes.asked().roots(),
                    wishes.asked().constraintRoots(),
                    pins(old),
                    wishes.configuration().prereleases(),
                    wishes.configuration().strategy(),
                    Edits.of(wishes.asked().overrideRoots(), wishes.asked().exclusions(), wishes.targets()));
            Resolution resolution = wishes.asked().locks().isEmpty()
                    ? resolve(problem, catalog, admitted, indexes)
                    : new ForeignResolver(indexes, indexes::owner).resolve(locks(), wishes.targets());
            resolution.notes().forEach(note -> LOG.warn("{}", note));
            warn(resolution, admitted);
            new HashChecking(wishes.asked(), hashes).check(resolution.pins());
            List<LockedPackage> packages = LockedPackages.of(
                    resolution.pins(),
                    wheel -> completed(wheel, indexes, wheels),
                    places.lock().getParent());
            judge(packages, hashes);
            Counts counts = indexes.counts();
            LOG.debug("{}", counts);
            return PackagesLocked.of(packages, resolution);
        }
    }

    private void warn(Resolution resolution, AdmittedCatalog admitted) {
        if (wishes.asked().locks().isEmpty()) {
            List<PackageName> chosen = resolution.pins().stream()
                    .filter(pin -> !pin.index().equals(IndexSource.DIRECT))
                    .map(Pin::name)
                    .toList();
            admitted.warnings(chosen).forEach(warning -> LOG.warn("{}", warning));
            WordsInVain.mistyped(wishes.configuration(), chosen).forEach(sentence -> LOG.warn("{}", sentence));
            Set<String> used = new HashSet<>();
            for (Pin pin : resolution.pins()) {
                used.add(pin.index());
                pin.wheels().values().forEach(wheel -> used.add(wheel.index()));
            }
            IndexesInVain.told(
                            network.indexes().stream().map(Address::id).toList(),
                            wishes.configuration().indexes(),
                            used)
                    .forEach(sentence -> LOG.warn("{}", sentence));
        } else {
            boolean upgrades =
                    policy.movesAny() && wishes.configuration().models().isEmpty();
            WordsInVain.besideALock(wishes.configuration(), upgrades).forEach(sentence -> LOG.warn("{}", sentence));
        }
    }

    /** Reads the locks of other tools, which are taken over and not solved anew. */
    private List<ForeignLock> locks() {
        Faults faults = new Faults();
        List<ForeignLock> locks = new ArrayList<>();
        for (NamedLock lock : wishes.asked().locks()) {
            faults.gather(
                    false,
                    () -> locks.add(ForeignFile.read(
                            lock.shown(),
                            lock.file().getFileName().toString(),
                            lock.text(),
                            lock.file().getParent(),
                            lock.selection())));
        }
        faults.raise();
        return locks;
    }

    private Resolution resolve(Problem problem, HashedCatalog catalog, AdmittedCatalog admitted, Indexes indexes) {
        try {
            Resolution resolution = new PubGrubResolver().resolve(problem, catalog);
            admitted.hidden().forEach(sentence -> LOG.debug("{}", sentence));
            return resolution;
        } catch (UnsolvedException e) {
            // That no wheel was left is the hashes' doing, and worth more than what followed from it.
            List<Fault> faults = new ArrayList<>(catalog.faults());
            if (faults.isEmpty()) {
                faults.addAll(
                        new IndexesAsked(network, wishes.configuration(), indexes).told(catalog.told(e.unsolved())));
                if (!admitted.hidden().isEmpty()) {
                    faults.add(Fault.of("Newer releases were left out by airgap.excludeNewer")
                            .because(String.join("\n", admitted.hidden()))
                            .advise("Move the cutoff, or exempt a package: -Dairgap.excludeNewer=…,name=none."));
                }
            }
            throw new FaultException(faults, e);
        }
    }

    private Map<PackageName, SortedMap<String, Version>> pins(Optional<Lock> old) {
        List<String> targets = wishes.targets().stream().map(Target::id).toList();
        Map<PackageName, SortedMap<String, Version>> pins =
                old.isEmpty() ? new HashMap<>() : new HashMap<>(LockedPackages.pins(old.get(), targets));
        pins.keySet().removeIf(policy::moves);
        return pins;
    }

    /** The lock wants size and sha256 of every wheel; one that its index gives no sha256 for is fetched now. */
    private WheelFile completed(WheelFile wheel, Indexes indexes, StoreWheels wheels) {
        WheelFile complete = indexes.complete(wheel);
        String sha256 = complete.sha256();
        long size = complete.size();
        if (sha256.isEmpty()) {
            Entry entry = wheels.fetch(complete);
            new Agreement(store).demand(complete, entry.path());
            sha256 = entry.sha256();
            size = entry.size();
        }
        return new WheelFile(
                complete.name(),
                declared(complete),
                sha256,
                size,
                complete.requiresPython(),
                complete.yanked(),
                complete.uploaded(),
                complete.metadata(),
                complete.index());
    }

    /** What one target's lines allow, another's may not. */
    private static void judge(List<LockedPackage> packages, AskedHashes hashes) {
        List<Fault> faults = new ArrayList<>();
        for (LockedPackage locked : packages) {
            PackageName name = PackageName.of(locked.name());
            for (LockedWheel wheel : locked.wheels()) {
                if (!wheel.targets().stream().allMatch(target -> hashes.allows(name, wheel.sha256(), target))) {
                    faults.add(mismatch(wheel.file(), wheel.sha256(), hashes.places(name)));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static Fault mismatch(String file, String sha256, String places) {
        return Fault.of(file + " has none of the hashes that are asked for")
                .at(places)
                .because("actual sha256: " + sha256)
                .advise("Correct the --hash of its requirement, or find out who changed the wheel.");
    }

    private URI declared(WheelFile wheel) {
        for (Address index : network.indexes()) {
            if (index.id().equals(wheel.index())) {
                return index.toDeclared(wheel.url());
            }
        }
        return wheel.url();
    }
}
