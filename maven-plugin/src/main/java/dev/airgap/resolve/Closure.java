package dev.airgap.resolve;

import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Holds what one target gets: everything that is reached from the roots, in the versions chosen. */
final class Closure {

    /** Holds one package of the closure. */
    static final class Entry {
        final Candidates subject;
        final int position;
        final WheelFile wheel;
        final SortedSet<String> extras = new TreeSet<>();
        final SortedSet<PackageName> dependencies = new TreeSet<>();
        final SortedSet<String> missingExtras = new TreeSet<>();
        boolean prereleasesAsked;
        boolean looked;

        Entry(Candidates subject, int position, WheelFile wheel) {
            this.subject = subject;
            this.position = position;
            this.wheel = wheel;
        }
    }

    private record Step(Entry entry, String extra) {}

    private final Universe universe;
    private final int target;
    private final ToIntFunction<Candidates> chosen;
    private final Map<Candidates, Entry> entries = new LinkedHashMap<>();
    private final ArrayDeque<Step> steps = new ArrayDeque<>();

    private Closure(Universe universe, int target, ToIntFunction<Candidates> chosen) {
        this.universe = universe;
        this.target = target;
        this.chosen = chosen;
    }

    /**
     * Walks from the roots.
     *
     * @param chosen gives the position of the release chosen for a package on this target
     */
    static Closure of(Universe universe, int target, ToIntFunction<Candidates> chosen) {
        Closure closure = new Closure(universe, target, chosen);
        for (Root root : universe.problem.roots()) {
            if (universe.holds(root.requirement(), "", 1L << target) != 0) {
                closure.reach(null, root.requirement());
            }
        }
        Step step;
        while ((step = closure.steps.poll()) != null) {
            closure.walk(step);
        }
        return closure;
    }

    Map<Candidates, Entry> entries() {
        return entries;
    }

    private void reach(Entry from, Requirement requirement) {
        Candidates subject = universe.candidates(requirement.name());
        Entry entry = entries.get(subject);
        if (entry == null) {
            int position = chosen.applyAsInt(subject);
            entry = new Entry(subject, position, subject.wheel(target, position));
            entries.put(subject, entry);
        }
        if (!entry.looked) {
            entry.looked = true;
            steps.add(new Step(entry, ""));
        }
        if (from != null && from != entry) {
            from.dependencies.add(subject.name);
        }
        if (from != null && subject.isPrerelease(entry.position) && !entry.prereleasesAsked) {
            entry.prereleasesAsked = subject.asksForPrereleases(requirement.specifiers());
        }
        for (String extra : requirement.extras()) {
            if (entry.extras.add(extra)) {
                steps.add(new Step(entry, extra));
            }
        }
    }

    private void walk(Step step) {
        Metadata metadata = universe.metadata(step.entry.wheel);
        if (!step.extra.isEmpty() && !metadata.extras().contains(step.extra)) {
            step.entry.missingExtras.add(step.extra);
        }
        for (Requirement requirement : metadata.requires()) {
            if (universe.holds(requirement, step.extra, 1L << target) != 0) {
                reach(step.entry, requirement);
            }
        }
    }

    /** Gives the positions of pre-releases that neither a user nor a package of this closure asks for. */
    Map<Candidates, Integer> unaskedPrereleases() {
        Map<Candidates, Integer> unasked = new LinkedHashMap<>();
        for (Entry entry : entries.values()) {
            if (entry.subject.isPrerelease(entry.position)
                    && !entry.prereleasesAsked
                    && !universe.arePrereleasesAsked(entry.subject)) {
                unasked.put(entry.subject, entry.position);
            }
        }
        return unasked;
    }
}
