package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.FullDisk;
import dev.airgap.lock.Inputs;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockFile;
import dev.airgap.lock.LockHeader;
import dev.airgap.lock.LockedTarget;
import dev.airgap.python.PackageName;
import dev.airgap.python.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the lock in line with what is asked for; keeps what still fits. */
public final class LockGoal {

    private static final Logger LOG = LoggerFactory.getLogger(LockGoal.class);

    private final Places places;
    private final Network network;
    private final LockPolicy policy;
    private final Wishes wishes;
    private final Warnings warnings = new Warnings();

    public LockGoal(Wishes wishes, Places places, Network network, LockPolicy policy) {
        this.places = places;
        this.network = network;
        this.policy = policy;
        this.wishes = wishes;
    }

    /** Tells by the lock's first lines whether it stays as it is. */
    public boolean isCurrent() {
        try {
            Optional<LockHeader> header = LockHeader.read(places.lock());
            return header.isPresent() && header.get().isCurrent(wishes.inputs()) && !policy.movesAny();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Gives what says warnings that sealing would repeat. */
    Warnings warnings() {
        return warnings;
    }

    /** Gives the lock, made anew where there is none, its inputs changed, or pins are to move. */
    public Lock run() {
        Optional<Lock> old = read();
        Lock lock;
        if (old.isPresent() && old.get().inputs().equals(wishes.inputs()) && !policy.movesAny()) {
            lock = old.get();
            demandLoaders(lock);
            LOG.info("{} is current.", places.show(places.lock()));
        } else {
            refuseWhereLocked(old);
            old.ifPresent(this::demandKnownUpgrades);
            if (old.isEmpty() && policy.change() == LockPolicy.Change.ONLY_THE_FIRST) {
                LOG.warn(
                        "CI is set and there is no {}: versions are chosen anew at each run until it is committed.",
                        places.show(places.lock()));
            }
            lock = new Locking(wishes, places, network, policy, warnings).lock(old);
            demandLoaders(lock);
            tell(old, lock);
        }
        new Exports(places).write(lock);
        return lock;
    }

    private void demandLoaders(Lock lock) {
        OldLoaders.check(lock, wishes.configuration().root(), places.show(places.lock()));
    }

    private Optional<Lock> read() {
        try {
            return LockFile.read(places.lock());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void refuseWhereLocked(Optional<Lock> old) {
        boolean refused = switch (policy.change()) {
            case ALLOWED -> false;
            case ONLY_THE_FIRST -> old.isPresent();
            case FORBIDDEN -> true;
        };
        if (!refused) {
            return;
        }
        String advice = "Run airgap:lock where changes are wanted (without a POM: mvn"
                + " dev.airgap:airgap-maven-plugin:VERSION:lock with the same options), review and commit the lock;"
                + " or pass -Dairgap.locked=false.";
        if (old.isEmpty()) {
            throw new FaultException(Fault.of("There is no lock, and airgap.locked forbids to make one")
                    .at(places.show(places.lock()))
                    .advise(advice));
        }
        List<String> changes = new ArrayList<>();
        if (policy.movesAny()) {
            changes.add("airgap.upgrade asks for pins to move");
        } else {
            changes.addAll(Inputs.changes(old.get().inputs(), wishes.inputs()));
        }
        String why = policy.change() == LockPolicy.Change.FORBIDDEN
                ? "airgap.locked is set"
                : "the environment has CI set, which means airgap.locked";
        throw new FaultException(Fault.of("The lock is out of date, and it must not change here: " + why)
                .at(places.show(places.lock()))
                .because("What changed since it was written:\n- " + String.join("\n- ", changes))
                .advise(advice));
    }

    private void demandKnownUpgrades(Lock old) {
        Set<PackageName> packages = new TreeSet<>();
        Set<String> models = new TreeSet<>();
        old.packages().forEach(one -> packages.add(PackageName.of(one.name())));
        wishes.asked()
                .requirements()
                .forEach(one -> packages.add(one.requirement().name()));
        old.models().forEach(model -> models.add(model.repo()));
        wishes.configuration().models().forEach(model -> models.add(model.repo()));
        policy.demandKnown(packages, models);
    }

    private void tell(Optional<Lock> old, Lock lock) {
        try {
            boolean changed = LockFile.write(places.lock(), lock);
            String word = old.isEmpty() ? "Wrote" : changed ? "Updated" : "Unchanged:";
            List<String> ids = new ArrayList<>();
            lock.targets().forEach(target -> ids.add(target.id()));
            LOG.info(
                    "{} {}: {}{}",
                    word,
                    places.show(places.lock()),
                    Sizes.counts(
                            Sizes.count(lock.packages().size(), "package"),
                            Sizes.count(lock.models().size(), "snapshot"),
                            Sizes.count(lock.files().size(), "file")),
                    ids.isEmpty() ? "" : "; for " + String.join(", ", ids));
            old.ifPresent(before -> new Moves(before, lock).sentences().forEach(LOG::info));
        } catch (IOException e) {
            String elsewhere = "or name another with -Dairgap.lockFile=…";
            Fault fault = FullDisk.of(e, "the lock", places.lock().getParent(), -1, "Free space there, " + elsewhere)
                    .orElseGet(() -> Fault.of("The lock can't be written")
                            .at(places.lock().toString())
                            .because(String.valueOf(e))
                            .advise("See that the folder can be written, " + elsewhere));
            throw new FaultException(fault, e);
        }
    }

    private FaultException unreadable(IOException e) {
        return new FaultException(
                Fault.of("The lock can't be read").at(places.lock().toString()).because(String.valueOf(e)), e);
    }

    static LockedTarget locked(Target target) {
        return new LockedTarget(target.id(), target.python(), target.platform(), target.digest());
    }
}
