package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import java.util.ArrayList;
import java.util.List;

/** Names releases and requirements in sentences. */
final class Wording {

    private static final int RUNS = 4;
    private static final int EXTRAS = 5;

    private Wording() {}

    /**
     * Names releases by runs: {@code x 1.0}, {@code x 1.0 to 1.4 and 1.6}.
     *
     * @param subject the words that stand before the versions
     * @param among a run goes on over releases that are not among these, for they play no part
     */
    static String releases(String subject, Candidates candidates, VersionSet set, VersionSet among) {
        List<String> runs = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int position = among.lowest(); position >= 0; position = among.above(position)) {
            if (set.contains(position)) {
                first = first < 0 ? position : first;
                last = position;
            } else if (first >= 0) {
                runs.add(run(candidates, first, last));
                first = -1;
            }
        }
        if (first >= 0) {
            runs.add(run(candidates, first, last));
        }
        return subject + " " + Sentence.list(runs, RUNS);
    }

    private static String run(Candidates candidates, int first, int last) {
        return first == last
                ? candidates.version(first).toString()
                : candidates.version(first) + " to " + candidates.version(last);
    }

    /** Gives {@code name[extra]>=1}; the address where it is a direct requirement. */
    static String requirement(Requirement requirement) {
        StringBuilder text = new StringBuilder(requirement.name().value());
        if (!requirement.extras().isEmpty()) {
            text.append('[').append(extras(requirement)).append(']');
        }
        if (!requirement.url().isEmpty()) {
            return text.append(" @ ").append(Sentence.plain(requirement.url())).toString();
        }
        return text.append(requirement.specifiers().isAny() ? "" : requirement.specifiers())
                .toString();
    }

    private static String extras(Requirement requirement) {
        int size = requirement.extras().size();
        if (size <= EXTRAS) {
            return String.join(",", requirement.extras());
        }
        return String.join(",", requirement.extras().stream().limit(EXTRAS).toList()) + ",… " + (size - EXTRAS)
                + " more";
    }

    /** Names the releases there are: all of few, the ends of many. */
    static String existing(Candidates candidates) {
        int size = candidates.size;
        if (size == 1) {
            return "the only release is " + candidates.version(0);
        }
        if (size <= 5) {
            List<String> all = new ArrayList<>();
            for (int position = 0; position < size; position++) {
                all.add(candidates.version(position).toString());
            }
            return "the releases are " + Sentence.list(all);
        }
        return "there are " + size + " releases, from " + candidates.version(0) + " to " + candidates.version(size - 1);
    }
}
