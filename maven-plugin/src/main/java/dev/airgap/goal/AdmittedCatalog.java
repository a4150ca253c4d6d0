package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.index.Indexes;
import dev.airgap.index.ProjectStatus;
import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import dev.airgap.resolve.CatalogView;
import dev.airgap.resolve.ListedReleases;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows the solver what may be taken: nothing of a project that its index has quarantined (PEP 792), no wheel that was
 * uploaded too late, and no release that has only such wheels. A wheel whose index tells no time (PEP 700, upload-time)
 * is an error, for it can be judged neither way.
 */
final class AdmittedCatalog extends CatalogView {

    private final Indexes catalog;
    private final Cutoffs cutoffs;
    private final Map<PackageName, Releases> known = new ConcurrentHashMap<>();
    private final Map<PackageName, String> hidden = new ConcurrentHashMap<>();

    AdmittedCatalog(Indexes catalog, Cutoffs cutoffs) {
        super(catalog);
        this.catalog = catalog;
        this.cutoffs = cutoffs;
    }

    /** Lists in sentences which packages have releases that were left out, by name. */
    Collection<String> hidden() {
        return new TreeMap<>(hidden).values();
    }

    /** Says of the packages that were chosen what their index warns of. */
    List<String> warnings(Collection<PackageName> chosen) {
        List<String> warnings = new ArrayList<>();
        for (PackageName name : new TreeSet<>(chosen)) {
            ProjectStatus project = catalog.status(name);
            if (project.status().equals("archived") || project.status().equals("deprecated")) {
                warnings.add(name + " is " + project.status() + " by its authors"
                        + (project.reason().isEmpty() ? "" : ": " + SafeUrl.printable(project.reason())));
            }
        }
        return warnings;
    }

    @Override
    public Releases releases(PackageName name) {
        Releases before = known.get(name);
        if (before == null) {
            // Not computeIfAbsent: other names must not wait while this one is asked for.
            before = admitted(name);
            known.put(name, before);
        }
        return before;
    }

    private Releases admitted(PackageName name) {
        Releases releases = catalog.releases(name);
        ProjectStatus project = catalog.status(name);
        if (project.status().equals(ProjectStatus.QUARANTINED)) {
            String why = "Index '" + releases.index() + "' has quarantined " + name + ", which may be malicious"
                    + (project.reason().isEmpty() ? "" : ": " + SafeUrl.printable(project.reason()));
            return ListedReleases.none(name, releases.index(), why);
        }
        return dated(releases);
    }

    private Releases dated(Releases releases) {
        Map<String, Instant> limits = new HashMap<>();
        for (String index : releases.indexes()) {
            cutoffs.limit(releases.name(), index).ifPresent(limit -> limits.put(index, limit));
        }
        if (limits.isEmpty() || releases.isEmpty()) {
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
                Instant limit = limits.get(wheel.index());
                if (limit == null || !uploaded(wheel).isAfter(limit)) {
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
                            + Cutoff.shown(new TreeSet<>(limits.values()).first()));
        }
        if (versions.isEmpty()) {
            String why = "Every release of " + releases.name() + " was uploaded too late";
            return ListedReleases.none(releases.name(), releases.index(), why);
        }
        return new ListedReleases(releases.name(), releases.index(), versions, wheels, sdists, "");
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
}
