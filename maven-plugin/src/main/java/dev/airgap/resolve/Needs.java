package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the releases of one package need, as far as a proof rests on it. */
final class Needs {

    /** How many needs of one other package are told one by one; boto3 has hundreds. */
    private static final int FEW = 3;

    private static final int DEPENDENCIES = 5;

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

    private final Candidates subject;
    private final Edits edits;
    private final Map<String, Need> all = new LinkedHashMap<>();

    Needs(Candidates subject, Edits edits) {
        this.subject = subject;
        this.edits = edits;
    }

    /** Notes a need; the dependency is null where it is an address. */
    void add(Requirement requirement, String extra, Candidates dependency, VersionSet releases) {
        Need known = all.get(key(requirement, extra));
        if (known == null) {
            all.put(key(requirement, extra), new Need(requirement, extra, dependency, releases));
        } else {
            known.releases = known.releases.or(releases);
        }
    }

    private static String key(Requirement requirement, String extra) {
        return extra + '|' + Wording.requirement(requirement);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Candidates> dependencies() {
        List<Candidates> found = new ArrayList<>();
        for (Need need : all.values()) {
            if (need.dependency != null) {
                found.add(need.dependency);
            }
        }
        return found;
    }

    /** Gives the releases that need anything. */
    VersionSet releases() {
        VersionSet found = subject.present.not();
        for (Need need : all.values()) {
            found = found.or(need.releases);
        }
        return found;
    }

    /** Gives {@code needs x>=1} where that is all there is to say of the one release that matters, else nothing. */
    String only(VersionSet relevant) {
        List<Need> told = told(relevant);
        return told.size() == 1 && relevant.size() == 1 ? "needs " + words(told.get(0)) : "";
    }

    /** Adds a line for each need of the releases that matter; of many the newest and the oldest. */
    void tell(List<String> lines, VersionSet relevant) {
        Map<String, List<Need>> groups = new LinkedHashMap<>();
        for (Need need : told(relevant)) {
            groups.computeIfAbsent(need.extra + '|' + need.requirement.name(), key -> new ArrayList<>())
                    .add(need);
        }
        int count = 0;
        for (List<Need> group : groups.values()) {
            if (count++ == DEPENDENCIES) {
                lines.add("and " + (groups.size() - DEPENDENCIES) + " more packages are needed by older releases of "
                        + subject.name);
                return;
            }
            if (group.size() <= FEW) {
                group.forEach(need -> lines.add(line(need, relevant)));
                continue;
            }
            lines.add(line(group.get(0), relevant));
            VersionSet older = subject.present.not();
            for (Need need : group.subList(1, group.size())) {
                older = older.or(need.releases);
            }
            Need oldest = group.get(group.size() - 1);
            lines.add(older.and(relevant).size() + " older releases of " + name(oldest) + " need others, down to "
                    + words(oldest));
        }
    }

    /** Lists the needs of the releases that matter, the newest release's first. */
    private List<Need> told(VersionSet relevant) {
        List<Need> told = new ArrayList<>();
        for (Need need : all.values()) {
            VersionSet which = need.releases.and(relevant);
            if (!which.isEmpty()) {
                told.add(new Need(need.requirement, need.extra, need.dependency, which));
            }
        }
        told.sort(Comparator.comparingInt(need -> -need.releases.highest()));
        return told;
    }

    private String name(Need need) {
        return need.extra.isEmpty() ? subject.name.value() : subject.name + "[" + need.extra + "]";
    }

    private String line(Need need, VersionSet relevant) {
        return Wording.releases(name(need), subject, need.releases, relevant)
                + (need.releases.size() > 1 ? " need " : " needs ")
                + words(need);
    }

    private String words(Need need) {
        return Wording.need(need.requirement)
                + edits.told(need.requirement)
                + (need.dependency == null ? ", an address that only you may ask for" : "");
    }

    void advise(Advice advice) {
        for (Need need : all.values()) {
            if (need.dependency == null) {
                advice.address(need.requirement);
            }
        }
    }
}
