package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what a proof says of one package. */
final class Facts {

    private static final int LINES = 8;

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
    final Set<Root> asked = new LinkedHashSet<>();
    final Set<Root> constrained = new LinkedHashSet<>();
    /** What other packages demand of it. */
    final List<Specifiers> demands = new ArrayList<>();

    boolean prerelease;
    private VersionSet unusable;
    private final Map<String, Need> needs = new LinkedHashMap<>();

    Facts(Candidates subject) {
        this.subject = subject;
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

    /** Lists all that is demanded of it, by users and by packages. */
    List<Specifiers> allDemands() {
        List<Specifiers> all = new ArrayList<>();
        asked.forEach(root -> all.add(root.requirement().specifiers()));
        constrained.forEach(root -> all.add(root.requirement().specifiers()));
        all.addAll(demands);
        return all;
    }

    /** Finds the releases that matter: what the users ask for, else what any package asks for. */
    private VersionSet relevant() {
        VersionSet relevant = subject.present;
        for (Root root : constrained) {
            relevant = relevant.and(subject.matching(root.requirement().specifiers()));
        }
        if (asked.isEmpty() && !demands.isEmpty()) {
            VersionSet any = subject.matching(demands.get(0));
            for (Specifiers specifiers : demands) {
                any = any.or(subject.matching(specifiers));
            }
            relevant = relevant.and(any);
        }
        for (Root root : asked) {
            relevant = relevant.and(subject.matching(root.requirement().specifiers()));
        }
        return relevant;
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
        tellNeeds(lines, relevant, advice);
        if (unusable != null) {
            VersionSet which = unusable.and(relevant);
            Unusability unusability = new Unusability(target, bit, subject);
            lines.addAll(unusability.sentences(which.isEmpty() ? unusable : which, relevant));
            advice.unusable(subject, unusability.hasSdist(which));
        }
        if (prerelease) {
            VersionSet which = subject.prereleases().and(relevant);
            which = which.isEmpty() ? subject.prereleases() : which;
            boolean several = which.size() > 1;
            lines.add(Wording.releases(subject.name.value(), subject, which, relevant.or(which))
                    + (several
                            ? " are pre-releases, which nothing asks for"
                            : " is a pre-release, which nothing asks for"));
            advice.prerelease(subject, which.highest());
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
                    + Wording.requirement(need.requirement);
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
