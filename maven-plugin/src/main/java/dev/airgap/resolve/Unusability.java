package dev.airgap.resolve;

import dev.airgap.python.Specifiers;
import dev.airgap.python.Tag;
import dev.airgap.python.Target;
import dev.airgap.python.WheelName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says why a target can use none of the wheels of some releases. */
final class Unusability {

    /** Stands for the target's name, which is put in when it is known which targets fail alike. */
    static final String TARGET = "\u0001";

    static final String PYTHON = " needs Python ";

    private static final int PLATFORMS = 5;

    private static final int SENTENCES = 4;

    private final Target target;
    private final int bit;
    private final Candidates subject;

    Unusability(Target target, int bit, Candidates subject) {
        this.target = target;
        this.bit = bit;
        this.subject = subject;
    }

    /** Gives a sentence for each reason, the latest release's first; after a few the others are counted. */
    List<String> sentences(VersionSet set, VersionSet among) {
        Map<String, VersionSet> byReason = new LinkedHashMap<>();
        String yanked = yankedReason(set);
        for (int position = set.highest(); position >= 0; position = set.below(position)) {
            if (subject.wheel(bit, position) == null) {
                String reason = yanked(position) == null ? reason(position) : yanked;
                byReason.merge(reason, VersionSet.only(subject.size, position), (one, other) -> one.or(other));
            }
        }
        List<String> sentences = new ArrayList<>();
        int untold = 0;
        for (Map.Entry<String, VersionSet> entry : byReason.entrySet()) {
            if (sentences.size() < SENTENCES) {
                tell(entry.getKey(), entry.getValue(), among, sentences);
            } else {
                untold += entry.getValue().size();
            }
        }
        if (untold > 0) {
            sentences.add(untold + " older releases of " + subject.name + " cannot be used either");
        }
        return sentences;
    }

    private void tell(String reason, VersionSet releases, VersionSet among, List<String> sentences) {
        boolean several = releases.size() > 1;
        boolean rest = reason.isEmpty() && several;
        VersionSet named = rest ? VersionSet.only(subject.size, releases.highest()) : releases;
        String text = reason.isEmpty() ? wheels(releases.highest()) : plural(reason, several);
        sentences.add(Wording.releases(subject.name.value(), subject, named, among) + text);
        if (rest) {
            VersionSet others = releases.minus(named);
            sentences.add(Wording.releases(subject.name.value(), subject, others, among)
                    + (others.size() > 1 ? " have" : " has") + " none either");
        }
    }

    private static String plural(String reason, boolean several) {
        String[] forms = reason.split("\\|", 2);
        return several ? forms[1] : forms[0];
    }

    /** Gives the reason in singular and plural, or nothing where the wheels are for other platforms. */
    private String reason(int position) {
        String refusal = subject.refusal(bit, position);
        if (refusal != null) {
            return refusal;
        }
        List<WheelFile> wheels = subject.releases.wheels(position);
        if (wheels.isEmpty()) {
            return subject.releases.hasSdist(position)
                    ? " has an sdist but no wheel| have sdists but no wheels"
                    : " has no files| have no files";
        }
        // Where no wheel is for that Python at all, its tag says the same again, and less plainly.
        Specifiers refused = null;
        for (WheelFile wheel : wheels) {
            if (target.tags().rank(wheel.name()) >= 0) {
                return python(wheel.requiresPython());
            }
            if (target.accepts(wheel.requiresPython())) {
                return "";
            }
            refused = wheel.requiresPython();
        }
        return python(refused);
    }

    /** Says that releases are yanked, and why where all of them are for the same reason. */
    private String yankedReason(VersionSet set) {
        Set<String> reasons = new LinkedHashSet<>();
        for (int position = set.highest(); position >= 0; position = set.below(position)) {
            WheelFile yanked = yanked(position);
            if (yanked != null) {
                reasons.add(Sentence.plain(yanked.yanked()).replace('|', '/'));
            }
        }
        String one = reasons.size() == 1 ? reasons.iterator().next() : "";
        String why = one.isEmpty() ? "" : " (" + one + ")";
        return " is yanked" + why + "| are yanked" + why;
    }

    /** Gives a wheel that could be used if it were not yanked, or null. */
    private WheelFile yanked(int position) {
        for (WheelFile wheel : subject.releases.wheels(position)) {
            if (wheel.isYanked() && target.tags().rank(wheel.name()) >= 0 && target.accepts(wheel.requiresPython())) {
                return wheel;
            }
        }
        return null;
    }

    /** Gives the latest of the releases that could be used if it were not yanked, or -1. */
    int latestYanked(VersionSet set) {
        for (int position = set.highest(); position >= 0; position = set.below(position)) {
            if (yanked(position) != null) {
                return position;
            }
        }
        return -1;
    }

    /** Says that a wheel's metadata is broken. */
    static String unreadable(String why) {
        String because =
                " dependencies that cannot be read (" + Sentence.plain(why).replace('|', '/') + ")";
        return " states" + because + "| state" + because;
    }

    static String python(Specifiers requiresPython) {
        return PYTHON + requiresPython + "| need Python " + requiresPython;
    }

    /** Names the nearest wheels: those for this platform with their interpreters, else their platforms. */
    private String wheels(int position) {
        Set<String> platforms = new HashSet<>();
        for (Tag tag : target.tags().tags()) {
            platforms.add(tag.platform());
        }
        Nearness nearness = new Nearness(target);
        SortedMap<WheelName, String> interpreters = new TreeMap<>(nearness.interpreters());
        Set<String> others = new LinkedHashSet<>();
        for (WheelFile wheel : subject.releases.wheels(position)) {
            WheelName name = wheel.name();
            if (name.platforms().stream().anyMatch(platforms::contains)) {
                interpreters.put(name, interpreter(name));
            } else {
                others.addAll(name.platforms());
            }
        }
        List<String> nearest = interpreters.isEmpty()
                ? others.stream().sorted(nearness.platforms()).toList()
                : interpreters.values().stream().distinct().toList();
        return " has no wheel for " + TARGET + ", only for " + Sentence.list(nearest, PLATFORMS)
                + (interpreters.isEmpty() ? "" : " on that platform")
                + (subject.releases.hasSdist(position) ? "; it has an sdist" : "");
    }

    /** Gives what people know an interpreter by: cp312, cp313t; cp39-abi3 where the tag alone says too little. */
    private static String interpreter(WheelName name) {
        String interpreters = String.join(".", name.interpreters());
        String abis = String.join(".", name.abis());
        return abis.startsWith(interpreters) ? abis : abis.equals("none") ? interpreters : interpreters + "-" + abis;
    }

    /** Tells whether any of the releases has a source distribution that the target's Python does not refuse. */
    boolean isBuildable(VersionSet set) {
        for (int position = set.highest(); position >= 0; position = set.below(position)) {
            if (subject.releases.hasSdist(position)
                    && subject.refusal(bit, position) == null
                    && !reason(position).startsWith(PYTHON)) {
                return true;
            }
        }
        return false;
    }
}
