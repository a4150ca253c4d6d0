package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the roots that nothing can fulfil, so that all of them are reported together before anything is solved. */
final class Hopeless {

    private final Universe universe;

    Hopeless(Universe universe) {
        this.universe = universe;
    }

    /** Lists a fault for each root that no index knows or no release matches. */
    List<Unsolved> faults() {
        List<Unsolved> faults = new ArrayList<>();
        for (Root root : universe.problem.roots()) {
            if (universe.holds(root.requirement(), "", universe.everywhere) == 0) {
                continue;
            }
            Candidates candidates = universe.candidates(root.requirement().name());
            if (candidates.isUnknown()) {
                faults.add(about(candidates, unknown(root)));
            } else if (candidates.matching(root.requirement().specifiers()).isEmpty()) {
                faults.add(about(candidates, unmatched(root, candidates)));
            }
        }
        return faults;
    }

    private static Unsolved about(Candidates candidates, Fault fault) {
        return new Unsolved(fault, new TreeSet<>(Set.of(candidates.name)), candidates.isUnheardOf());
    }

    private Fault unknown(Root root) {
        PackageName name = root.requirement().name();
        String withheld = universe.candidates(name).releases.withheld();
        if (!withheld.isEmpty()) {
            return new Fault(withheld, root.where(), "", "Take another package or version; a cutoff can be moved.");
        }
        PackageName meant = null;
        for (PackageName other : names()) {
            if (meant == null && !other.equals(name) && isNear(name.value(), other.value())) {
                meant = other;
            }
        }
        return new Fault(
                "No index knows a package named " + name,
                root.where(),
                meant == null ? "" : meant + " has a similar name and is known here",
                "look the name up where its authors publish it, or add the index that has it");
    }

    /** Lists the names that are known to exist: other roots, and what the lock had. */
    private List<PackageName> names() {
        List<PackageName> names = new ArrayList<>(universe.problem.pins().keySet());
        for (Root root : universe.problem.roots()) {
            if (!universe.candidates(root.requirement().name()).isUnknown()) {
                names.add(root.requirement().name());
            }
        }
        return names;
    }

    /** Tells whether one edit, or two neighbours swapped, makes one name of the other; separators count for nothing. */
    static boolean isNear(String left, String right) {
        String a = left.replace("-", "");
        String b = right.replace("-", "");
        int shorter = Math.min(a.length(), b.length());
        if (shorter < 4 || Math.abs(a.length() - b.length()) > 1) {
            return a.equals(b);
        }
        int same = 0;
        while (same < shorter && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        String restA = a.substring(same);
        String restB = b.substring(same);
        if (restA.length() == restB.length()) {
            return restA.isEmpty()
                    || restA.substring(1).equals(restB.substring(1))
                    || (restA.length() > 1
                            && restA.charAt(0) == restB.charAt(1)
                            && restA.charAt(1) == restB.charAt(0)
                            && restA.substring(2).equals(restB.substring(2)));
        }
        return restA.length() > restB.length()
                ? restA.substring(1).equals(restB)
                : restB.substring(1).equals(restA);
    }

    private Fault unmatched(Root root, Candidates candidates) {
        for (Root other : universe.problem.roots()) {
            if (!other.requirement().url().isEmpty()
                    && other.requirement().name().equals(candidates.name)) {
                return new Fault(
                        "No release of " + candidates.name + " matches " + Wording.requirement(root.requirement()),
                        root.where(),
                        Wording.existing(candidates, List.of()) + ", for " + other.where() + " asks for "
                                + Wording.requirement(other.requirement()),
                        "take one of the two out, or make them agree");
            }
        }
        return new Fault(
                "No release of " + candidates.name + " matches " + Wording.requirement(root.requirement()),
                root.where(),
                Wording.existing(candidates, root.requirement().specifiers().named()),
                advice(root.requirement().specifiers(), candidates));
    }

    /** A pre-release of what is asked for comes before it, so that nothing matches (PEP 440, ordering). */
    private static String advice(Specifiers specifiers, Candidates candidates) {
        List<Version> named = specifiers.named();
        int newest = candidates.size - 1;
        if (named.size() == 1
                && candidates.isPrerelease(newest)
                && candidates.version(newest).compareTo(named.get(0)) < 0
                && candidates.present.minus(candidates.prereleases()).highest() < newest) {
            return "ask for " + candidates.name + ">=" + candidates.version(newest)
                    + " to take the pre-release, or for a version that exists";
        }
        for (Version version : named) {
            String written = version.toString();
            if (written.indexOf('+') > 0) {
                return "ask for a version that exists, or name the index that has "
                        + written.substring(written.indexOf('+')) + " (public ones have no local versions)";
            }
        }
        return "ask for a version that exists";
    }
}
