package dev.airgap.resolve;

import dev.airgap.python.Version;
import dev.airgap.resolve.Problem.Strategy;
import java.util.SortedMap;

/** Picks the release of a package to try: what the lock has, what another target has, then by the strategy. */
final class Choice {

    private final Universe universe;
    private final Trail trail;
    private final Propagation propagation;
    private final Variables variables;
    private final Expansion expansion;
    private final Scout scout;

    private Incompatibility conflict;
    private boolean learned;

    Choice(
            Universe universe,
            Trail trail,
            Propagation propagation,
            Variables variables,
            Expansion expansion,
            Scout scout) {
        this.universe = universe;
        this.trail = trail;
        this.propagation = propagation;
        this.variables = variables;
        this.expansion = expansion;
        this.scout = scout;
    }

    /** Gives the conflict that the latest pick ran into, or null. */
    Incompatibility conflict() {
        return conflict;
    }

    /** Gives the position of the release to try, or -1 where something was learned that has to be followed first. */
    int pick(VersionVariable version) {
        conflict = null;
        learned = false;
        VersionSet state = trail.state(version);
        Candidates subject = version.subject;
        boolean admitted = expansion.admission().admits(subject);
        long needed = needed(version);

        int position = preferred(version, state, needed, admitted);
        if (position < 0) {
            if (universe.arePrereleasesAsked(subject)) {
                position = first(version, state, needed, true, true);
            } else {
                position = first(version, state, needed, true, false);
                if (position < 0 && !learned) {
                    position = admitted ? first(version, state, needed, false, true) : ruleOut(version);
                }
            }
        }
        if (learned) {
            return -1;
        }
        if (position != version.picked) {
            version.picked = position;
            if (++version.picks > 2) {
                scout.ahead(subject, trail.ground(version), position, needed, lowest(subject), version.picks);
            }
        }
        return position;
    }

    private long needed(VersionVariable version) {
        long needed = version.isNeed() ? version.targets : 0;
        for (NeedVariable need : version.needs) {
            if (need.extra.isEmpty() && trail.isPresent(need)) {
                needed |= need.targets;
            }
        }
        return needed;
    }

    private int preferred(VersionVariable version, VersionSet state, long needed, boolean admitted) {
        Candidates subject = version.subject;
        SortedMap<String, Version> locked = universe.problem.pins().get(subject.name);
        if (locked != null) {
            for (long rest = version.targets; rest != 0; rest &= rest - 1) {
                Version wanted = locked.get(universe.targets[Long.numberOfTrailingZeros(rest)].id());
                int position = wanted == null ? -1 : subject.releases.position(wanted);
                if (position >= 0 && isWelcome(subject, state, position, needed, admitted)) {
                    return position;
                }
            }
        }
        for (VersionVariable other : variables.versions(subject)) {
            if (other != version && other.decided >= 0 && !variables.isFree(subject)) {
                int position = trail.decision(other);
                if (isWelcome(subject, state, position, needed, admitted)) {
                    return position;
                }
            }
        }
        return -1;
    }

    private static boolean isWelcome(
            Candidates subject, VersionSet state, int position, long needed, boolean admitted) {
        return state.contains(position)
                && (admitted || !subject.isPrerelease(position))
                && subject.isUsable(needed, position);
    }

    private boolean lowest(Candidates subject) {
        Strategy strategy = universe.problem.strategy();
        return strategy == Strategy.LOWEST || (strategy == Strategy.LOWEST_DIRECT && universe.isRoot(subject.name));
    }

    /** Finds the first usable release in order; rejects those on the way. */
    private int first(VersionVariable version, VersionSet state, long needed, boolean finals, boolean prereleases) {
        Candidates subject = version.subject;
        boolean lowest = lowest(subject);
        int position = lowest ? state.lowest() : state.highest();
        while (position >= 0) {
            if (subject.isPrerelease(position) ? prereleases : finals) {
                if (subject.isUsable(needed, position)) {
                    return position;
                }
                reject(version, position);
            }
            position = lowest ? state.above(position) : state.below(position);
        }
        return -1;
    }

    private void reject(VersionVariable version, int position) {
        learned = true;
        if (version.isNeed()) {
            note(expansion.refuse(version, version.requirements, position));
        }
        for (NeedVariable need : version.needs) {
            if (need.extra.isEmpty() && trail.isPresent(need) && !version.subject.isUsable(need.targets, position)) {
                note(expansion.refuse(need, need.requirements, position));
            }
        }
    }

    private int ruleOut(VersionVariable version) {
        learned = true;
        expansion.admission().ruledOut(version.subject);
        note(propagation.add(new Incompatibility.Builder()
                .term(version, version.subject.prereleases())
                .because(new Cause.Prerelease(version.subject))));
        return -1;
    }

    private void note(Incompatibility found) {
        conflict = conflict == null ? found : conflict;
    }
}
