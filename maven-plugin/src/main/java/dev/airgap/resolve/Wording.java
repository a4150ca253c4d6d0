package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names releases and requirements in sentences. */
final class Wording {

    private static final int RUNS = 4;
    private static final int EXTRAS = 5;
    private static final int FEW = 5;
    /** How many versions that are left out (!=) are named; more of them bury the range. */
    private static final int LEFT_OUT = 1;

    private Wording() {}

    /**
     * Names releases by runs: {@code x 1.0}, {@code x 1.0 to 1.4 and 1.6}.
     *
     * @param subject the words that stand before the versions
     * @param among a run goes on over releases that are not among these, for they play no part
     */
    static String releases(String subject, Candidates candidates, VersionSet set, VersionSet among) {
        List<String> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int position = among.lowest(); position >= 0; position = among.above(position)) {
            if (set.contains(position)) {
                run.add(position);
            } else {
                name(run, candidates, runs);
            }
        }
        name(run, candidates, runs);
        return subject + " " + Sentence.list(runs, RUNS);
    }

    private static void name(List<Integer> run, Candidates candidates, List<String> runs) {
        if (run.size() > 2) {
            runs.add(candidates.version(run.get(0)) + " to " + candidates.version(run.get(run.size() - 1)));
        } else {
            run.forEach(position -> runs.add(candidates.version(position).toString()));
        }
        run.clear();
    }

    /** Gives {@code name[extra]>=1} as the user wrote it; the address where it is a direct requirement. */
    static String requirement(Requirement requirement) {
        String written =
                requirement.specifiers().isAny() ? "" : requirement.specifiers().toString();
        return head(requirement) + (requirement.url().isEmpty() ? written : "");
    }

    /** Gives what a package needs: as {@link #requirement}, the lower bound first and not all that is left out. */
    static String need(Requirement requirement) {
        return head(requirement) + (requirement.url().isEmpty() ? range(requirement.specifiers()) : "");
    }

    private static String range(Specifiers specifiers) {
        String ascending = specifiers.ascending();
        int cut = ascending.indexOf("!=");
        for (int i = 0; i < LEFT_OUT && cut >= 0; i++) {
            cut = ascending.indexOf("!=", cut + 1);
        }
        if (cut < 0) {
            return ascending;
        }
        long more = ascending.substring(cut).chars().filter(c -> c == '!').count();
        return ascending.substring(0, cut) + "… " + more + " more";
    }

    private static String head(Requirement requirement) {
        StringBuilder text = new StringBuilder(requirement.name().value());
        if (!requirement.extras().isEmpty()) {
            text.append('[').append(extras(requirement)).append(']');
        }
        if (!requirement.url().isEmpty()) {
            text.append(" @ ").append(Sentence.plain(requirement.url()));
        }
        return text.toString();
    }

    private static String extras(Requirement requirement) {
        int size = requirement.extras().size();
        if (size <= EXTRAS) {
            return String.join(",", requirement.extras());
        }
        return String.join(",", requirement.extras().stream().limit(EXTRAS).toList()) + ",… " + (size - EXTRAS)
                + " more";
    }

    /** Names the releases there are: all of few, of many those that lie next to the versions asked for. */
    static String existing(Candidates candidates, List<Version> asked) {
        int size = candidates.size;
        if (size == 1) {
            return "the only release is " + candidates.version(0);
        }
        if (size <= FEW) {
            List<String> all = new ArrayList<>();
            for (int position = 0; position < size; position++) {
                all.add(candidates.version(position).toString());
            }
            return "the releases are " + Sentence.list(all);
        }
        TreeSet<Integer> nearest = new TreeSet<>();
        for (Version version : asked) {
            near(candidates, version, nearest);
        }
        VersionSet finals = candidates.present.minus(candidates.prereleases());
        int newest = finals.isEmpty() ? size - 1 : finals.highest();
        List<String> names = nearest.stream()
                .map(position -> candidates.version(position)
                        + (candidates.isPrerelease(position) && !finals.isEmpty() ? " (a pre-release)" : ""))
                .toList();
        if (names.isEmpty()) {
            return "there are " + size + " releases, from " + candidates.version(0) + " to "
                    + candidates.version(newest);
        }
        return (names.size() == 1 ? "the nearest release is " : "the nearest releases are ")
                + Sentence.list(names, RUNS)
                + (nearest.last() >= newest ? "" : "; the newest is " + candidates.version(newest));
    }

    /** Finds the final releases around a version, and the newest pre-release between them and it. */
    private static void near(Candidates candidates, Version version, Set<Integer> found) {
        int above = 0;
        while (above < candidates.size && candidates.version(above).compareTo(version) < 0) {
            above++;
        }
        int below = above - 1;
        if (below >= 0) {
            found.add(below);
        }
        while (below >= 0 && candidates.isPrerelease(below)) {
            below--;
        }
        if (below >= 0) {
            found.add(below);
        }
        while (above < candidates.size && candidates.isPrerelease(above)) {
            above++;
        }
        if (above < candidates.size) {
            found.add(above);
        }
    }
}
