package dev.airgap.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the variables of one run, each with the incompatibilities it brings along. */
final class Variables {

    private final Universe universe;
    private final Plan plan;
    private final Propagation propagation;
    private final Map<Candidates, VersionVariable[]> versions = new LinkedHashMap<>();
    private final List<NeedVariable> needs = new ArrayList<>();

    Variables(Universe universe, Plan plan, Propagation propagation) {
        this.universe = universe;
        this.plan = plan;
        this.propagation = propagation;
    }

    /** Gives the variables for the version of a package, one for each group of targets. */
    VersionVariable[] versions(Candidates candidates) {
        VersionVariable[] found = versions.get(candidates);
        if (found == null) {
            long[] groups = plan.groups(candidates);
            found = new VersionVariable[groups.length];
            for (int i = 0; i < groups.length; i++) {
                found[i] = new VersionVariable(candidates, groups[i]);
            }
            versions.put(candidates, found);
            for (VersionVariable version : found) {
                if (version.isNeed()) {
                    constrain(version, version.targets);
                }
            }
        }
        return found;
    }

    Iterable<VersionVariable[]> versions() {
        return versions.values();
    }

    Iterable<NeedVariable> needs() {
        return needs;
    }

    /** Gives the variable for the version of a package on one target, or null where none was made. */
    VersionVariable version(Candidates candidates, int target) {
        VersionVariable[] found = versions.get(candidates);
        if (found != null) {
            for (VersionVariable version : found) {
                if ((version.targets & (1L << target)) != 0) {
                    return version;
                }
            }
        }
        return null;
    }

    /**
     * Gives the variable for a package's or extra's being needed on targets of one group; for a package in a group of
     * one target that is the version itself.
     */
    Variable need(VersionVariable version, String extra, long targets) {
        if (extra.isEmpty() && version.isNeed()) {
            return version;
        }
        for (NeedVariable need : version.needs) {
            if (need.targets == targets && need.extra.equals(extra)) {
                return need;
            }
        }
        Variable implied = extra.isEmpty() ? version : need(version, "", targets);
        NeedVariable need = new NeedVariable(version, extra, targets);
        version.needs.add(need);
        needs.add(need);
        propagation.add(new Incompatibility.Builder()
                .term(need, need.present)
                .term(implied, implied.absent)
                .because(new Cause.Implied()));
        if (extra.isEmpty()) {
            constrain(need, targets);
        }
        return need;
    }

    private void constrain(Variable need, long targets) {
        Candidates subject = need.subject;
        for (Root constraint : universe.constraints(subject.name)) {
            if (universe.holds(constraint.requirement(), "", targets) == 0) {
                continue;
            }
            VersionSet forbidden = subject.present.minus(
                    subject.matching(constraint.requirement().specifiers()));
            Incompatibility incompatibility = new Incompatibility.Builder()
                    .term(need, need.present)
                    .term(need.version(), forbidden)
                    .because(new Cause.Constrained(constraint, subject));
            if (incompatibility != null) {
                propagation.add(incompatibility);
            }
        }
    }

    /** Tells whether a package need not be what another target has. */
    boolean isFree(Candidates subject) {
        return plan.isFree(subject);
    }
}
