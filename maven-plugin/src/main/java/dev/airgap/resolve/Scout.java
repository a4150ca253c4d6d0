package dev.airgap.resolve;

import dev.airgap.python.Marker;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import dev.airgap.resolve.Problem.Strategy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs ahead of the solver along the likely choices, so that what it will ask for is on its way, or there, before it
 * asks. What the scout finds only warms the catalog: the solver's answer never depends on how far it got.
 */
final class Scout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scout.class);
    private static final int THREADS = 8;
    private static final int AHEAD = 50;

    private final Catalog catalog;
    private final Problem problem;
    private final List<Target> targets;
    private final WheelChoice[] choices;
    private final Map<PackageName, List<Requirement>> stated = new HashMap<>();
    private final Set<PackageName> roots = new HashSet<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<Candidates, BitSet> fetched = new HashMap<>();
    private final ThreadPoolExecutor threads;
    private volatile boolean closed;

    Scout(Problem problem, Catalog catalog) {
        this.problem = problem;
        this.catalog = catalog;
        this.targets = problem.targets();
        this.choices = new WheelChoice[targets.size()];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = new WheelChoice(targets.get(i));
        }
        this.threads =
                new ThreadPoolExecutor(THREADS, THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "airgap-scout");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        state(problem.constraints());
        state(problem.roots());
        for (Root root : problem.roots()) {
            roots.add(root.requirement().name());
        }
    }

    private void state(List<Root> list) {
        for (Root root : list) {
            stated.computeIfAbsent(root.requirement().name(), key -> new ArrayList<>(1))
                    .add(root.requirement());
        }
    }

    /** Sets out from the roots. */
    void start() {
        for (Root root : problem.roots()) {
            if (root.requirement().url().isEmpty()) {
                discovered(root.requirement());
            }
        }
    }

    /** Notes a requirement that holds somewhere; returns at once. */
    void discovered(Requirement requirement) {
        PackageName name = requirement.name();
        String key = requirement.extras().isEmpty()
                ? name.value()
                : name + requirement.extras().toString();
        if (closed || !seen.add(key)) {
            return;
        }
        catalog.prefetch(name);
        threads.execute(() -> explore(requirement));
    }

    private void explore(Requirement requirement) {
        if (closed) {
            return;
        }
        try {
            Releases releases = catalog.releases(requirement.name());
            int likely = likely(releases, requirement);
            if (likely >= 0) {
                explore(releases.wheels(likely), requirement);
            }
        } catch (RuntimeException failure) {
            // The solver will ask for the same if it matters, and report what it gets.
            LOG.debug("Scouting {} failed: {}", requirement.name(), failure.getMessage());
        }
    }

    private void explore(List<WheelFile> wheels, Requirement requirement) {
        List<WheelFile> done = new ArrayList<>(1);
        for (int i = 0; i < choices.length && !closed; i++) {
            WheelFile wheel = choices[i].choose(wheels, false);
            if (wheel == null || done.contains(wheel)) {
                continue;
            }
            done.add(wheel);
            Metadata metadata = catalog.metadata(wheel);
            for (Requirement need : metadata.requires()) {
                if (need.url().isEmpty() && mayHold(need, requirement)) {
                    discovered(need);
                }
            }
        }
    }

    private boolean mayHold(Requirement need, Requirement by) {
        Marker marker = need.marker();
        if (marker == Marker.ALWAYS) {
            return true;
        }
        for (Target target : targets) {
            if (marker.holds(target.environment(), by.extras())) {
                return true;
            }
        }
        return false;
    }

    /** Guesses the release that the solver will try first. */
    private int likely(Releases releases, Requirement requirement) {
        SortedMap<String, Version> locked = problem.pins().get(requirement.name());
        if (locked != null) {
            for (Version version : locked.values()) {
                int position = releases.position(version);
                if (position >= 0 && fits(version, requirement)) {
                    return position;
                }
            }
        }
        boolean lowest = problem.strategy() == Strategy.LOWEST
                || (problem.strategy() == Strategy.LOWEST_DIRECT && roots.contains(requirement.name()));
        int size = releases.size();
        for (int i = 0; i < size; i++) {
            int position = lowest ? i : size - 1 - i;
            Version version = releases.version(position);
            if (!version.isPreRelease() && fits(version, requirement) && isUsable(releases.wheels(position))) {
                return position;
            }
        }
        return -1;
    }

    private boolean fits(Version version, Requirement requirement) {
        if (!requirement.specifiers().contains(version)) {
            return false;
        }
        for (Requirement other : stated.getOrDefault(requirement.name(), List.of())) {
            if (!other.specifiers().contains(version)) {
                return false;
            }
        }
        return true;
    }

    private boolean isUsable(List<WheelFile> wheels) {
        for (WheelChoice choice : choices) {
            if (choice.choose(wheels, false) != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Asks for the metadata of the releases that come next, for a package is picked a release for again and again.
     * Called by the solver's thread alone.
     */
    void ahead(Candidates subject, VersionSet state, int from, long needed, boolean lowest, int picks) {
        BitSet known = fetched.computeIfAbsent(subject, key -> new BitSet());
        int count = Math.min(AHEAD, 1 << Math.min(picks, 6));
        int position = from;
        for (int i = 0; i < count; i++) {
            position = lowest ? state.above(position) : state.below(position);
            if (position < 0) {
                return;
            }
            if (known.get(position) || subject.isPrerelease(position) || !subject.isUsable(needed, position)) {
                continue;
            }
            known.set(position);
            for (long rest = needed; rest != 0; rest &= rest - 1) {
                catalog.prefetch(subject.wheel(Long.numberOfTrailingZeros(rest), position));
            }
        }
    }

    /** Stops scouting; what is on its way arrives in the catalog all the same. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        threads.getQueue().clear();
    }
}
