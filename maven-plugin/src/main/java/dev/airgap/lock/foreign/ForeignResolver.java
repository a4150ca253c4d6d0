package dev.airgap.lock.foreign;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.PackageName;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import dev.airgap.resolve.Catalog;
import dev.airgap.resolve.Pin;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.Resolution;
import dev.airgap.resolve.WheelChoice;
import dev.airgap.resolve.WheelFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Takes over what other tools locked: their versions and hashes, for each target the wheel that fits it. */
public final class ForeignResolver {

    private static final int SHOWN = 6;

    private final Catalog catalog;
    private final Function<PackageName, String> owner;
    private final Map<Version, Map<PackageName, Draft>> drafts = new HashMap<>();
    private final Map<String, WheelFile> files = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Gathers a pin over the targets. */
    private static final class Draft {
        final SortedSet<String> extras = new TreeSet<>();
        final SortedMap<String, WheelFile> wheels = new TreeMap<>();
        final SortedMap<String, SortedSet<PackageName>> needs = new TreeMap<>();
    }

    /**
     * Makes a resolver for one problem.
     *
     * @param catalog asked where a lock tells a wheel's name and hash but no address or size
     * @param owner gives the id of the index that a name belongs to
     */
    public ForeignResolver(Catalog catalog, Function<PackageName, String> owner) {
        this.catalog = catalog;
        this.owner = owner;
    }

    /** Pins what the locks pin; throws FaultException with every package that a target can't have. */
    public Resolution resolve(List<ForeignLock> locks, List<Target> targets) {
        for (Target target : targets) {
            Map<PackageName, String> taken = new HashMap<>();
            WheelChoice choice = new WheelChoice(target);
            for (ForeignLock lock : locks) {
                for (Taken one : taken(lock, target)) {
                    String version = String.valueOf(one.pack().version());
                    String other = taken.putIfAbsent(one.pack().name(), version);
                    if (other != null && !other.equals(version)) {
                        faults.add(Fault.of("Two locks pin " + one.pack().name() + " to two versions")
                                .at(lock.name())
                                .because(other + " and " + version + " for " + target.id())
                                .advise("Lock them again together, or bundle them apart."));
                    }
                    take(lock, one, target, choice);
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        List<String> notes = new ArrayList<>();
        for (ForeignLock lock : locks) {
            for (String local : lock.local()) {
                notes.add(lock.name() + " has " + local
                        + " as a project of your own: what it needs goes into the bundle, it does not");
            }
        }
        return new Resolution(pins(), notes);
    }

    private List<Taken> taken(ForeignLock lock, Target target) {
        try {
            List<Taken> taken = lock.taken(target);
            for (Taken one : taken) {
                if (one.pack().wheels().stream().anyMatch(ForeignResolver::isAsked)) {
                    catalog.prefetch(one.pack().name());
                }
            }
            return taken;
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of("The lock doesn't serve the target " + target.id())
                    .at(lock.name())
                    .because(Plain.text(e.getMessage()))
                    .advise("Write it anew with its own tool for this target, too."));
            return List.of();
        }
    }

    private void take(ForeignLock lock, Taken taken, Target target, WheelChoice choice) {
        ForeignPackage pack = taken.pack();
        Version python = Version.parse(target.environment().pythonFullVersion());
        if (!pack.pythons().isEmpty() && pack.pythons().stream().noneMatch(one -> one.contains(python))) {
            faults.add(Fault.of("The lock has " + pack + " for other Pythons than that of " + target.id())
                    .at(lock.name())
                    .because("It is for Python " + pack.pythons().get(0) + ", and the target has " + target.python()
                            + ".")
                    .advise("Lock again with a tool and a range of Pythons that has the target's."));
            return;
        }
        WheelFile wheel = choice.choose(pack.wheels(), false);
        if (wheel == null) {
            faults.add(none(lock, pack, target));
            return;
        }
        WheelFile located = located(lock, pack, wheel);
        if (located != null && agrees(lock, pack, located)) {
            Draft draft = drafts.computeIfAbsent(wheel.name().version(), any -> new HashMap<>())
                    .computeIfAbsent(pack.name(), any -> new Draft());
            draft.extras.addAll(taken.extras());
            draft.wheels.put(target.id(), located);
            draft.needs.put(target.id(), taken.needs());
        }
    }

    /** A bundle has one file of a name: two that differ, or one of another version than pinned, can't both be meant. */
    private boolean agrees(ForeignLock lock, ForeignPackage pack, WheelFile wheel) {
        String file = wheel.name().fileName();
        if (pack.version() != null && pack.version().compareTo(wheel.name().version()) != 0) {
            faults.add(Fault.of("The lock pins " + pack + " and names a wheel of another version")
                    .at(lock.name())
                    .because(file)
                    .advise("Write it anew with its own tool."));
            return false;
        }
        if (!pack.name().equals(wheel.name().name())) {
            faults.add(Fault.of("The lock names a wheel of another package for " + pack)
                    .at(lock.name())
                    .because(file)
                    .advise("Write it anew with its own tool."));
            return false;
        }
        WheelFile other = files.putIfAbsent(file, wheel);
        if (other != null && !other.sha256().equals(wheel.sha256())) {
            faults.add(Fault.of("Two wheels have the name " + file + " and other bytes")
                    .at(lock.name())
                    .because("sha256 " + other.sha256() + " at " + other.address() + "\nsha256 " + wheel.sha256()
                            + " at " + wheel.address())
                    .advise("A bundle has one folder of wheels: lock so that all targets have the same one."));
            return false;
        }
        return true;
    }

    private static Fault none(ForeignLock lock, ForeignPackage pack, Target target) {
        List<String> files =
                pack.wheels().stream().map(file -> file.name().fileName()).toList();
        String has = files.isEmpty()
                ? "The lock has no wheel of it at all" + (pack.sdist() ? ", only sources that would be built." : ".")
                : "Among its wheels are " + String.join(", ", files.subList(0, Math.min(SHOWN, files.size()))) + ".";
        return Fault.of("The lock has no wheel of " + pack + " for " + target.id())
                .at(lock.name())
                .because(has)
                .advise("Lock another version that has one, or build the wheel and serve it from an <index>.");
    }

    /**
     * Finds where a wheel lies and how large it is. Where the lock doesn't tell both, the page of its index is asked, which
     * a mirror has, too; the lock's own address is the second choice.
     */
    private WheelFile located(ForeignLock lock, ForeignPackage pack, WheelFile wheel) {
        boolean local = wheel.address().startsWith("file:");
        WheelFile own = wheel.address().isEmpty()
                ? null
                : at(wheel, wheel.address(), wheel.sha256(), wheel.size(), local ? "direct" : owner.apply(pack.name()));
        if (!isAsked(wheel)) {
            return own;
        }
        Releases releases = catalog.releases(pack.name());
        WheelFile listed = listed(releases, wheel);
        boolean differs = listed != null
                && !wheel.sha256().isEmpty()
                && !listed.sha256().isEmpty()
                && !wheel.sha256().equals(listed.sha256());
        if (listed != null && !differs) {
            String sha256 = wheel.sha256().isEmpty() ? listed.sha256() : wheel.sha256();
            return at(wheel, listed.address(), sha256, listed.size(), listed.index());
        }
        if (own == null) {
            faults.add(differs ? other(lock, wheel, listed) : nowhere(lock, wheel, releases));
        }
        return own;
    }

    private static boolean isAsked(WheelFile wheel) {
        return wheel.address().isEmpty()
                || (!wheel.address().startsWith("file:")
                        && (wheel.size() < 0 || wheel.sha256().isEmpty()));
    }

    private static WheelFile listed(Releases releases, WheelFile wheel) {
        int position = releases.position(wheel.name().version());
        for (WheelFile listed : position < 0 ? List.<WheelFile>of() : releases.wheels(position)) {
            if (listed.name().fileName().equals(wheel.name().fileName())) {
                return listed;
            }
        }
        return null;
    }

    private static Fault other(ForeignLock lock, WheelFile wheel, WheelFile listed) {
        return Fault.of("The index has another " + wheel.name().fileName() + " than the lock")
                .at(lock.name())
                .because("expected sha256 " + wheel.sha256() + "\nactual sha256 " + listed.sha256())
                .advise("Find out who changed the file at index '" + listed.index() + "'.");
    }

    private static Fault nowhere(ForeignLock lock, WheelFile wheel, Releases releases) {
        return Fault.of("No index has " + wheel.name().fileName() + ", which the lock names")
                .at(lock.name())
                .because(
                        releases.isEmpty()
                                ? "No index knows " + wheel.name().name() + "."
                                : "Index '" + releases.index() + "' was asked.")
                .advise("Name the index that has it in <indexes>.");
    }

    private static WheelFile at(WheelFile wheel, String address, String sha256, long size, String index) {
        return new WheelFile(wheel.name(), address, sha256, size, wheel.requiresPython(), null, "", "", index);
    }

    private List<Pin> pins() {
        List<Pin> pins = new ArrayList<>();
        drafts.forEach((version, byName) -> byName.forEach((name, draft) -> pins.add(new Pin(
                name,
                version,
                draft.wheels.get(draft.wheels.firstKey()).index(),
                draft.extras,
                draft.wheels,
                draft.needs))));
        pins.sort((one, other) -> {
            int order = one.name().compareTo(other.name());
            return order != 0 ? order : one.version().compareTo(other.version());
        });
        return pins;
    }
}
