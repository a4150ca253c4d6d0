package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.python.PackageName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds the cutoffs of a build, worked out to instants: a package's own is asked first, then its index's, then the
 * general one.
 *
 * @param general empty where there is none
 * @param periods each period that was asked for, with its instant, for the lock
 */
record Cutoffs(
        Optional<Instant> general,
        Map<PackageName, Optional<Instant>> packages,
        Map<String, Optional<Instant>> indexes,
        SortedMap<String, String> periods) {

    /**
     * Works the cutoffs out. A period keeps the instant that the lock has for it, so that the same lock comes again, until
     * pins are let go.
     *
     * @param kept periods to instants, from the lock; empty where none are to be kept
     * @param now what a new period counts back from
     */
    static Cutoffs of(List<CutoffSpec> specs, SortedMap<String, String> kept, Instant now) {
        Faults faults = new Faults();
        Optional<Instant> general = Optional.empty();
        Map<PackageName, Optional<Instant>> packages = new HashMap<>();
        Map<String, Optional<Instant>> indexes = new HashMap<>();
        SortedMap<String, String> periods = new TreeMap<>();
        Map<String, CutoffSpec> scopes = new HashMap<>();
        for (CutoffSpec spec : specs) {
            faults.gather(null, () -> distinct(spec, scopes));
            Optional<Instant> limit = faults.gather(Optional.empty(), () -> limit(spec, kept, now, periods));
            switch (spec.scope()) {
                case ALL -> general = limit;
                case PACKAGE -> faults.gather(null, () -> packages.put(packageName(spec), limit));
                case INDEX -> indexes.put(spec.name(), limit);
            }
        }
        faults.raise();
        return new Cutoffs(general, packages, indexes, periods);
    }

    /** The last of two would win in silence. */
    private static Void distinct(CutoffSpec spec, Map<String, CutoffSpec> scopes) {
        String name = spec.scope() == CutoffSpec.Scope.PACKAGE
                ? spec.name().toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-")
                : spec.name();
        CutoffSpec other = scopes.putIfAbsent(spec.scope() + " " + name, spec);
        if (other != null) {
            throw new FaultException(
                    Fault.of("Two cutoffs are for the same: " + SafeUrl.printable(other.input() + ", " + spec.input()))
                            .at(spec.where())
                            .advise("Keep one of them; for one package write torch=2026-10-31."));
        }
        return null;
    }

    private static PackageName packageName(CutoffSpec spec) {
        try {
            return PackageName.of(spec.name());
        } catch (IllegalArgumentException e) {
            throw refused(spec, e);
        }
    }

    private static Optional<Instant> limit(
            CutoffSpec spec, SortedMap<String, String> kept, Instant now, SortedMap<String, String> periods) {
        try {
            Cutoff cutoff = Cutoff.parse(spec.text());
            if (!cutoff.isPeriod()) {
                return cutoff.at(now);
            }
            String old = kept.get(cutoff.text());
            Instant limit = old == null ? cutoff.at(now).orElseThrow() : Instant.parse(old);
            periods.put(cutoff.text(), limit.toString());
            return Optional.of(limit);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused(spec, e);
        }
    }

    private static FaultException refused(CutoffSpec spec, RuntimeException e) {
        return new FaultException(
                Fault.of("The cutoff can't be read: "
                                + SafeUrl.printable(spec.name() + " " + spec.text())
                                        .strip())
                        .at(spec.where())
                        .because(String.valueOf(e.getMessage()))
                        .advise("Write a day, an instant, a period or none; for one package torch=2026-10-31."),
                e);
    }

    /** Gives the last instant of upload that counts for a package of an index; empty where any does. */
    Optional<Instant> limit(PackageName name, String index) {
        Optional<Instant> own = packages.get(name);
        if (own != null) {
            return own;
        }
        return indexes.getOrDefault(index, general);
    }

    boolean isEmpty() {
        return general.isEmpty()
                && packages.values().stream().allMatch(Optional::isEmpty)
                && indexes.values().stream().allMatch(Optional::isEmpty);
    }
}
