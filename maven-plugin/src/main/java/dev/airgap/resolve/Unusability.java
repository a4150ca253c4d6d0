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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says why a target can use none of the wheels of some releases. */
final class Unusability {

    /** Stands for the target's name, which is put in when it is known which targets fail alike. */
    static final String TARGET = "\u0001";

    private static final int PLATFORMS = 4;

    private final Target target;
    private final int bit;
    private final Candidates subject;

    Unusability(Target target, int bit, Candidates subject) {
        this.target = target;
        this.bit = bit;
        this.subject = subject;
    }

    /** Gives a sentence for each reason, the latest release's first. */
    List<String> sentences(VersionSet set, VersionSet among) {
        Map<String, VersionSet> byReason = new LinkedHashMap<>();
        for (int position = set.highest(); position >= 0; position = set.below(position)) {
            if (subject.wheel(bit, position) == null) {
                byReason.merge(
                        reason(position), VersionSet.only(subject.size, position), (one, other) -> one.or(other));
            }
        }
        List<String> sentences = new ArrayList<>();
        byReason.forEach((reason, releases) -> {
            boolean several = releases.size() > 1;
            String text = reason.isEmpty() ? wheels(releases.highest()) : plural(reason, several);
            boolean rest = reason.isEmpty() && several;
            VersionSet named = rest ? VersionSet.only(subject.size, releases.highest()) : releases;
            sentences.add(Wording.releases(subject.name.value(), subject, named, among) + text);
            if (rest) {
                VersionSet others = releases.minus(named);
                sentences.add(Wording.releases(subject.name.value(), subject, others, among)
                        + (others.size() > 1 ? " have" : " has") + " no wheel for it either");
            }
        });
        return sentences;
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
        WheelFile yanked = yanked(position);
        if (yanked != null) {
            String why = yanked.yanked().isEmpty() ? "" : " (" + Sentence.plain(yanked.yanked()) + ")";
            return " is yanked" + why + "| are yanked" + why;
        }
        for (WheelFile wheel : wheels) {
            if (target.tags().rank(wheel.name()) >= 0) {
                return python(wheel.requiresPython());
            }
        }
        return "";
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
        return " needs Python " + requiresPython + "| need Python " + requiresPython;
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
            Optional<String> shared =
                    name.platforms().stream().filter(platforms::contains).findFirst();
            if (shared.isPresent()) {
                interpreters.put(
                        name,
                        String.join(".", name.interpreters()) + "-" + String.join(".", name.abis()) + "-"
                                + shared.get());
            } else {
                others.addAll(name.platforms());
            }
        }
        List<String> nearest = interpreters.isEmpty()
                ? others.stream().sorted(nearness.platforms()).toList()
                : interpreters.values().stream().distinct().toList();
        return " has wheels for " + Sentence.list(nearest, PLATFORMS) + "; none for " + TARGET
                + (subject.releases.hasSdist(position) ? "; it has an sdist" : "");
    }

    /** Tells whether any of the releases has a source distribution. */
    boolean hasSdist(VersionSet set) {
        for (int position = set.highest(); position >= 0; position = set.below(position)) {
            if (subject.releases.hasSdist(position)) {
                return true;
            }
        }
        return false;
    }
}
