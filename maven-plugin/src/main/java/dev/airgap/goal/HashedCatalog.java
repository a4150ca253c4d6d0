package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import dev.airgap.resolve.Catalog;
import dev.airgap.resolve.CatalogView;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.Unsolved;
import dev.airgap.resolve.WheelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * Shows the solver, of a package whose requirement brought hashes, only wheels with one of these (pip, hash-checking
 * mode). A wheel that the index gives no sha256 for stays in, and is judged when it was fetched.
 */
final class HashedCatalog extends CatalogView {

    private static final int SHOWN = 3;

    private final AskedHashes asked;
    private final List<Target> targets;

    /** Of releases that are asked for by their versions: packages that have a wheel with such a hash. */
    private final Set<PackageName> matched = ConcurrentHashMap.newKeySet();

    /** The wheels of such releases that have none. */
    private final Map<PackageName, Set<String>> refused = new ConcurrentHashMap<>();

    HashedCatalog(Catalog catalog, AskedHashes asked, List<Target> targets) {
        super(catalog);
        this.asked = asked;
        this.targets = targets;
    }

    /** Lists the packages that have wheels, of which none has a hash that was asked for. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(refused).forEach((name, wheels) -> {
            if (!matched.contains(name)) {
                faults.add(Fault.of("The wheels of " + name + " have none of the hashes that are asked for")
                        .at(asked.places(name))
                        .because("expected one of: " + String.join(", ", asked.of(name))
                                + "\nthe index has, among others: "
                                + wheels.iterator().next())
                        .advise("Add the wheel's own hash (pip-compile --generate-hashes does);"
                                + " where it was right before, find out who changed the file."));
            }
        });
        return faults;
    }

    /** Adds to what was said of a package which of its wheels the hashes leave out, though they fit a target. */
    List<Unsolved> told(List<Unsolved> reasons) {
        List<Unsolved> told = new ArrayList<>();
        for (Unsolved reason : reasons) {
            StringBuilder detail = new StringBuilder(reason.fault().detail());
            new TreeMap<>(refused).forEach((name, wheels) -> {
                if (matched.contains(name) && reason.packages().contains(name)) {
                    detail.append(detail.isEmpty() ? "" : "\n")
                            .append("its hashes at ")
                            .append(asked.places(name))
                            .append(" leave out ")
                            .append(wheels.stream().limit(SHOWN).collect(Collectors.joining(", ")))
                            .append(wheels.size() > SHOWN ? ", …" : "");
                }
            });
            told.add(reason.because(detail.toString()));
        }
        return told;
    }

    private boolean fits(WheelFile wheel) {
        return targets.stream().anyMatch(target -> target.tags().rank(wheel.name()) >= 0);
    }

    @Override
    public Releases releases(PackageName name) {
        Releases releases = super.releases(name);
        return asked.knows(name) ? new Hashed(releases) : releases;
    }

    @Override
    public Releases releases(Requirement direct) {
        Releases releases = super.releases(direct);
        return asked.knows(direct.name()) ? new Hashed(releases) : releases;
    }

    private final class Hashed implements Releases {

        private final Releases releases;

        Hashed(Releases releases) {
            this.releases = releases;
        }

        @Override
        public PackageName name() {
            return releases.name();
        }

        @Override
        public String index() {
            return releases.index();
        }

        @Override
        public int size() {
            return releases.size();
        }

        @Override
        public Version version(int position) {
            return releases.version(position);
        }

        @Override
        public List<WheelFile> wheels(int position) {
            List<WheelFile> some = new ArrayList<>();
            boolean meant = asked.names(name(), version(position));
            for (WheelFile wheel : releases.wheels(position)) {
                if (asked.allows(name(), wheel.sha256())) {
                    some.add(wheel);
                } else if (meant && fits(wheel)) {
                    refused.computeIfAbsent(name(), key -> new ConcurrentSkipListSet<>())
                            .add(wheel.name().fileName() + " with sha256 " + wheel.sha256());
                }
            }
            if (meant && !some.isEmpty()) {
                matched.add(name());
            }
            return some;
        }

        @Override
        public String withheld() {
            return releases.withheld();
        }

        @Override
        public boolean hasSdist(int position) {
            return releases.hasSdist(position);
        }
    }
}
