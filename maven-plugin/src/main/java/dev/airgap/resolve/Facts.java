package dev.airgap.resolve;

import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import dev.airgap.resolve.Problem.Prereleases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what a proof says of one package. */
final class Facts {

    final Candidates subject;
    final List<Root> asked = new ArrayList<>();
    final List<Root> constrained = new ArrayList<>();

    /** What the releases of each package that depends on it demand of it; one of these has to be met. */
    private final Map<String, List<Specifiers>> demands = new LinkedHashMap<>();

    boolean prerelease;
    /** The position of the pre-release that would make an answer, or -1 where that is not known. */
    int helpful = -1;

    private VersionSet unusable;
    private final Needs needs;

    private final boolean never;

    /** Begins with nothing known; where pre-releases are never taken, asking for one would not help. */
    Facts(Candidates subject, Problem problem) {
        this.subject = subject;
        this.needs = new Needs(subject, problem.edits());
        this.never = problem.prereleases().of(subject.name) == Prereleases.NEVER;
    }

    void need(Cause.Dependency cause, VersionSet releases) {
        needs.add(cause.requirement(), cause.extra(), cause.dependency(), releases);
    }

    void need(Cause.Address cause, VersionSet releases) {
        needs.add(cause.requirement(), "", null, releases);
    }

    void demand(Cause.Dependency cause) {
        demands.computeIfAbsent(
                        cause.dependent().name + (cause.extra().isEmpty() ? "" : "[" + cause.extra() + "]"),
                        key -> new ArrayList<>())
                .add(cause.requirement().specifiers());
    }

    /** Tells whether more is known of it than what is asked for, by users and by packages. */
    boolean hasReasons() {
        return unusable != null || prerelease || !needs.isEmpty();
    }

    /** Tells whether it is what it needs that is in the way, and not its own files. */
    boolean hasNeeds() {
        return !needs.isEmpty();
    }

    void unusable(VersionSet releases) {
        unusable = unusable == null ? releases : unusable.or(releases);
    }

    List<Candidates> dependencies() {
        return needs.dependencies();
    }

    /** Says where all that is demanded of it, by users and by packages, leaves nothing that the lines above show. */
    void meet(List<String> lines, Advice advice) {
        if (subject.isUnknown()) {
            String withheld = subject.releases.withheld();
            lines.add(withheld.isEmpty() ? "no index knows " + subject.name : withheld);
            advice.lookUp();
            return;
        }
        List<List<Specifiers>> parties = new ArrayList<>(demands.values());
        for (List<Root> roots : List.of(asked, constrained)) {
            for (Root root : roots) {
                parties.add(List.of(root.requirement().specifiers()));
            }
        }
        VersionSet left = subject.present;
        Set<Version> named = new LinkedHashSet<>();
        for (List<Specifiers> alternatives : parties) {
            left = left.and(any(alternatives));
            alternatives.forEach(specifiers -> named.addAll(specifiers.named()));
        }
        if (left.isEmpty() && !isPlain(parties)) {
            lines.add("no release of " + subject.name + " matches "
                    + (parties.size() > 2 ? "all of that; " : parties.size() == 2 ? "both; " : "that; ")
                    + Wording.existing(subject, List.copyOf(named)));
        }
    }

    /** Tells whether two of the demands exclude each other in the eyes of whoever reads them. */
    private static boolean isPlain(List<List<Specifiers>> parties) {
        for (int one = 0; one < parties.size(); one++) {
            for (int other = one + 1; other < parties.size(); other++) {
                List<Specifiers> others = parties.get(other);
                if (parties.get(one).stream().allMatch(left -> others.stream().allMatch(left::excludes))) {
                    return true;
                }
            }
        }
        return false;
    }

    private VersionSet any(List<Specifiers> alternatives) {
        VersionSet any = subject.present.not().and(subject.present);
        for (Specifiers specifiers : alternatives) {
            any = any.or(subject.matching(specifiers));
        }
        return any;
    }

    /** Finds the releases that matter: what the users ask for, else what any package asks for. */
    private VersionSet relevant() {
        VersionSet relevant = subject.present;
        for (Root root : constrained) {
            relevant = relevant.and(subject.matching(root.requirement().specifiers()));
        }
        if (asked.isEmpty() && !demands.isEmpty()) {
            VersionSet any = subject.present.not();
            for (List<Specifiers> alternatives : demands.values()) {
                any = any.or(any(alternatives));
            }
            relevant = relevant.and(any);
        }
        for (Root root : asked) {
            relevant = relevant.and(subject.matching(root.requirement().specifiers()));
        }
        return relevant;
    }

    void ask(Root root) {
        if (!asked.contains(root)) {
            asked.add(root);
        }
    }

    void constrain(Root root) {
        if (!constrained.contains(root)) {
            constrained.add(root);
        }
    }

    /** Says what users ask of it. */
    void tellAsked(List<String> lines, List<Root> told) {
        for (Root root : told) {
            lines.add(root.where() + " asks for " + Wording.requirement(root.requirement()));
        }
        for (Root root : constrained) {
            lines.add(root.where() + " allows only " + Wording.requirement(root.requirement()));
        }
    }

    /** Says what it needs, and which of its releases cannot be used. */
    void tell(List<String> lines, List<Root> told, Target target, int bit, Advice advice) {
        VersionSet relevant = relevant();
        if (subject.prereleases().and(relevant).size() < relevant.size()) {
            // Where there are final releases, runs of them are not broken by pre-releases that nobody wants.
            VersionSet spoken = needs.releases().or(unusable == null ? subject.present.not() : unusable);
            relevant = relevant.minus(subject.prereleases().minus(spoken));
        }
        String only = unusable == null && !prerelease && told.size() == 1 && constrained.isEmpty()
                ? needs.only(relevant)
                : "";
        if (!only.isEmpty()) {
            Root root = told.get(0);
            lines.add(root.where() + " asks for " + Wording.requirement(root.requirement()) + ", which " + only);
            needs.advise(advice);
            return;
        }
        tellAsked(lines, told);
        needs.tell(lines, relevant);
        needs.advise(advice);
        if (unusable != null) {
            VersionSet which = unusable.and(relevant);
            Unusability unusability = new Unusability(target, bit, subject);
            lines.addAll(unusability.sentences(which.isEmpty() ? unusable : which, relevant));
            advice.unusable(subject, unusability.isBuildable(which));
            if (needs.isEmpty() && unusability.latestYanked(which) >= 0) {
                advice.yanked(subject, unusability.latestYanked(which));
            }
        }
        if (prerelease) {
            tellPrereleases(lines, advice);
        }
    }

    private void tellPrereleases(List<String> lines, Advice advice) {
        VersionSet which = subject.prereleases().and(relevant());
        which = which.isEmpty() ? subject.prereleases() : which;
        boolean several = which.size() > 1;
        lines.add(Wording.releases(subject.name.value(), subject, which, subject.prereleases())
                + (several ? " are pre-releases, " : " is a pre-release, ")
                + (never ? "which are ruled out" : "which nothing asks for"));
        if (never) {
            advice.ruledOut();
        } else {
            advice.prerelease(subject, helpful >= 0 ? helpful : which.highest());
        }
    }
}
