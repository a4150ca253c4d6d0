package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import dev.airgap.resolve.Problem.Prereleases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what a proof says of one package. */
final class Facts {

    private static final int LINES = 5;

    /** Holds the releases that need the same. */
    private static final class Need {
        final Requirement requirement;
        final String extra;
        final Candidates dependency;
        VersionSet releases;

        Need(Requirement requirement, String extra, Candidates dependency, VersionSet releases) {
            this.requirement = requirement;
            this.extra = extra;
            this.dependency = dependency;
            this.releases = releases;
        }
    }

    final Candidates subject;
    final List<Root> asked = new ArrayList<>();
    final List<Root> constrained = new ArrayList<>();

    /** What the releases of each package that depends on it demand of it; one of these has to be met. */
    private final Map<String, List<Specifiers>> demands = new LinkedHashMap<>();

    boolean prerelease;
    /** The position of the pre-release that would make an answer, or -1 where that is not known. */
    int helpful = -1;

    private VersionSet unusable;
    private final Map<String, Need> needs = new LinkedHashMap<>();

    private final boolean never;
    private final Edits edits;

    /** Begins with nothing known; where pre-releases are never taken, asking for one would not help. */
    Facts(Candidates subject, Problem problem) {
        this.subject = subject;
        this.never = problem.prereleases().of(subject.name) == Prereleases.NEVER;
        this.edits = problem.edits();
    }

    void need(Cause.Dependency cause, VersionSet releases) {
        need(new Need(cause.requirement(), cause.extra(), cause.dependency(), releases));
    }

    void need(Cause.Address cause, VersionSet releases) {
        need(new Need(cause.requirement(), "", null, releases));
    }

    private void need(Need need) {
        String key = need.extra + '|' + Wording.requirement(need.requirement);
        Need known = needs.putIfAbsent(key, need);
        if (known != null) {
            known.releases = known.releases.or(need.releases);
        }
    }

    void demand(Cause.Dependency cause) {
        demands.computeIfAbsent(
                        cause.dependent().name + (cause.extra().isEmpty() ? "" : "[" + cause.extra() + "]"),
                        key -> new ArrayList<>())
                .add(cause.requirement().specifiers());
    }

    /** Tells whether more is known of it than what users ask for. */
    boolean hasReasons() {
        return unusable != null || prerelease || !needs.isEmpty();
    }

    void unusable(VersionSet releases) {
        unusable = unusable == null ? releases : unusable.or(releases);
    }

    List<Candidates> dependencies() {
        List<Candidates> found = new ArrayList<>();
        for (Need need : needs.values()) {
            if (need.dependency != null) {
                found.add(need.dependency);
            }
        }
        return found;
    }

    /** Says where all that is demanded of it, by users and by packages, leaves nothing. */
    void meet(List<String> lines, Advice advice) {
        if (subject.isUnknown()) {
            String withheld = subject.releases.withheld();
            lines.add(withheld.isEmpty() ? "no index knows " + subject.name : withheld);
            advice.lookUp();
            return;
        }
        Set<String> words = new LinkedHashSet<>();
        VersionSet left = subject.present;
        for (List<Root> roots : List.of(asked, constrained)) {
            for (Root root : roots) {
                left = left.and(met(List.of(root.requirement().specifiers()), words));
            }
        }
        for (Map.Entry<String, List<Specifiers>> entry : demands.entrySet()) {
            Set<String> alternatives = new LinkedHashSet<>();
            left = left.and(met(entry.getValue(), alternatives));
            words.addAll(alternatives.size() > 2 ? Set.of("what " + entry.getKey() + " needs") : alternatives);
        }
        if (left.isEmpty()) {
            lines.add("no release of " + subject.name + " matches " + Sentence.list(List.copyOf(words), 6)
                    + (words.size() > 1 ? " together; " : "; ") + Wording.existing(subject));
            advice.loosen();
        }
    }

    private VersionSet met(List<Specifiers> alternatives, Set<String> words) {
        VersionSet any = subject.present.not().and(subject.present);
        for (Specifiers specifiers : alternatives) {
            any = any.or(subject.matching(specifiers));
            if (!specifiers.isAny()) {
                words.add(specifiers.toString());
            }
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
                for (Specifiers specifiers : alternatives) {
                    any = any.or(subject.matching(specifiers));
                }
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

    void tell(List<String> lines, Target target, int bit, Advice advice) {
        for (Root root : asked) {
            lines.add(root.where() + " asks for " + Wording.requirement(root.requirement()));
        }
        for (Root root : constrained) {
            lines.add(root.where() + " allows only " + Wording.requirement(root.requirement()));
            advice.loosen();
        }
        VersionSet relevant = relevant();
        if (subject.prereleases().and(relevant).size() < relevant.size()) {
            // Where there are final releases, runs of them are not broken by pre-releases that nobody wants.
            VersionSet told = unusable == null ? subject.present.not() : unusable;
            for (Need need : needs.values()) {
                told = told.or(need.releases);
            }
            relevant = relevant.minus(subject.prereleases().minus(told));
        }
        tellNeeds(lines, relevant, advice);
        if (unusable != null) {
            VersionSet which = unusable.and(relevant);
            Unusability unusability = new Unusability(target, bit, subject);
            lines.addAll(unusability.sentences(which.isEmpty() ? unusable : which, relevant));
            advice.unusable(subject, unusability.hasSdist(which));
            if (unusability.latestYanked(which) >= 0) {
                advice.yanked(subject, unusability.latestYanked(which));
            }
        }
        if (prerelease) {
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

    private void tellNeeds(List<String> lines, VersionSet relevant, Advice advice) {
        List<Need> told = new ArrayList<>();
        for (Need need : needs.values()) {
            VersionSet which = need.releases.and(relevant);
            if (!which.isEmpty()) {
                need.releases = which;
                told.add(need);
            }
        }
        told.sort((one, other) -> Integer.compare(other.releases.highest(), one.releases.highest()));
        for (int i = 0; i < told.size() && i < LINES; i++) {
            Need need = told.get(i);
            String name = need.extra.isEmpty() ? subject.name.value() : subject.name + "[" + need.extra + "]";
            String words = Wording.releases(name, subject, need.releases, relevant)
                    + (need.releases.size() > 1 ? " need " : " needs ")
                    + Wording.requirement(need.requirement)
                    + edits.told(need.requirement);
            if (need.dependency == null) {
                words += ", an address that only you may ask for";
                advice.address(need.requirement);
            }
            lines.add(words);
        }
        if (told.size() > LINES) {
            lines.add("and " + (told.size() - LINES) + " more such needs of older releases of " + subject.name);
        }
    }
}
