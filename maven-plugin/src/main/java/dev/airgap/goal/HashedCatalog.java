package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Version;
import dev.airgap.resolve.Catalog;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows the solver, of a package whose requirement brought hashes, only wheels with one of these (pip, hash-checking
 * mode). A wheel that the index gives no sha256 for stays in, and is judged when it was fetched.
 */
final class HashedCatalog extends CatalogView {

    private final AskedHashes asked;
    private final Map<PackageName, String> refused = new ConcurrentHashMap<>();

    HashedCatalog(Catalog catalog, AskedHashes asked) {
        super(catalog);
        this.asked = asked;
    }

    /** Lists the packages that have wheels, of which none has a hash that was asked for. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        refused.forEach((name, wheel) ->
                faults.add(Fault.of("The wheels of " + name + " have none of the hashes that are asked for")
                        .at(asked.places(name))
                        .because("expected one of: " + String.join(", ", asked.of(name))
                                + "\nthe index has, among others: " + wheel)
                        .advise("Add the wheel's own hash (pip-compile --generate-hashes does);"
                                + " where it was right before, find out who changed the file.")));
        return faults;
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
            for (WheelFile wheel : releases.wheels(position)) {
                if (asked.allows(name(), wheel.sha256())) {
                    some.add(wheel);
                }
            }
            if (some.isEmpty() && !releases.wheels(position).isEmpty()) {
                WheelFile one = releases.wheels(position).get(0);
                refused.put(name(), one.name().fileName() + " with sha256 " + one.sha256());
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
