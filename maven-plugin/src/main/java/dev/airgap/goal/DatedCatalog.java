package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Version;
import dev.airgap.resolve.Catalog;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows the solver no wheel that was uploaded too late, and no release that has only such wheels. A wheel whose index
 * tells no time (PEP 700, upload-time) is an error, for it can be judged neither way.
 */
final class DatedCatalog implements Catalog {

    private final Catalog catalog;
    private final Cutoffs cutoffs;
    private final Map<PackageName, Releases> known = new ConcurrentHashMap<>();
    private final Map<PackageName, String> hidden = new ConcurrentHashMap<>();

    DatedCatalog(Catalog catalog, Cutoffs cutoffs) {
        this.catalog = catalog;
        this.cutoffs = cutoffs;
    }

    /** Lists in sentences which packages have releases that were left out, by name. */
    Collection<String> hidden() {
        return new TreeMap<>(hidden).values();
    }

    /** Tells whether every release of a package was left out: to the solver it then looks like one that nobody knows. */
    boolean hides(PackageName name) {
        Releases left = known.get(name);
        return hidden.containsKey(name) && left != null && left.isEmpty();
    }

    /** Says of a fault what is so: no release is old enough, where the solver found none at all. */
    Fault retold(Fault fault) {
        String what = fault.what();
        String detail = fault.detail();
        for (PackageName name : new TreeMap<>(hidden).keySet()) {
            if (hides(name)) {
                String so = "every release of " + name + " was uploaded too late";
                what = what.equals("No index knows a package named " + name)
                        ? "Every release of " + name + " was uploaded too late"
                        : what;
                detail = detail.replace("no index knows " + name + "\n", so + "\n");
                detail = detail.endsWith("no index knows " + name)
                        ? detail.substring(0, detail.lastIndexOf("no index knows")) + so
                        : detail;
            }
        }
        boolean same = what.equals(fault.what()) && detail.equals(fault.detail());
        return same ? fault : new Fault(what, fault.where(), detail, "Move the cutoff, or exempt the package.");
    }

    @Override
    public void prefetch(PackageName name) {
        catalog.prefetch(name);
    }

    @Override
    public void prefetch(WheelFile wheel) {
        catalog.prefetch(wheel);
    }

    @Override
    public Metadata metadata(WheelFile wheel) {
        return catalog.metadata(wheel);
    }

    @Override
    public Releases releases(PackageName name) {
        return known.computeIfAbsent(name, key -> dated(catalog.releases(key)));
    }

    /** An address names one file, whenever it was put there. */
    @Override
    public Releases releases(Requirement direct) {
        return catalog.releases(direct);
    }

    private Releases dated(Releases releases) {
        Optional<Instant> limit = cutoffs.limit(releases.name(), releases.index());
        if (limit.isEmpty() || releases.isEmpty()) {
            return releases;
        }
        List<Version> versions = new ArrayList<>();
        List<List<WheelFile>> wheels = new ArrayList<>();
        List<Boolean> sdists = new ArrayList<>();
        Version newest = null;
        for (int position = 0; position < releases.size(); position++) {
            List<WheelFile> all = releases.wheels(position);
            List<WheelFile> old = new ArrayList<>(all.size());
            for (WheelFile wheel : all) {
                if (!uploaded(wheel).isAfter(limit.get())) {
                    old.add(wheel);
                }
            }
            if (old.isEmpty() && !all.isEmpty()) {
                newest = releases.version(position);
            } else {
                versions.add(releases.version(position));
                wheels.add(List.copyOf(old));
                sdists.add(releases.hasSdist(position));
            }
        }
        if (newest != null) {
            hidden.put(
                    releases.name(),
                    releases.name() + " " + newest + " is left out, and what else of it was uploaded after "
                            + limit.get());
        }
        return new Dated(releases.name(), releases.index(), versions, wheels, sdists);
    }

    private static Instant uploaded(WheelFile wheel) {
        try {
            return OffsetDateTime.parse(wheel.uploaded()).toInstant();
        } catch (DateTimeException e) {
            throw new FaultException(
                    Fault.of("The index doesn't tell when " + wheel.name().fileName() + " was uploaded")
                            .at("index '" + wheel.index() + "'")
                            .because(
                                    "airgap.excludeNewer is set, and without upload times (PEP 700) it can't be judged.")
                            .advise(
                                    "Exempt the index, <excludeNewer>none</excludeNewer> in its <index>, or the package,"
                                            + " -Dairgap.excludeNewer=…,"
                                            + wheel.name().name() + "=none."),
                    e);
        }
    }

    private record Dated(
            PackageName name, String index, List<Version> versions, List<List<WheelFile>> files, List<Boolean> sdists)
            implements Releases {

        @Override
        public int size() {
            return versions.size();
        }

        @Override
        public Version version(int position) {
            return versions.get(position);
        }

        @Override
        public List<WheelFile> wheels(int position) {
            return files.get(position);
        }

        @Override
        public boolean hasSdist(int position) {
            return sdists.get(position);
        }
    }
}
