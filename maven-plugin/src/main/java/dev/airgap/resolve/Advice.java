package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import java.util.ArrayList;
import java.util.List;

/** Keeps the most helpful thing to do next. */
final class Advice {

    private static final String LOOSEN = "loosen one of these requirements";

    private static final String VERSION_OR_TARGET = "choose another version or target";

    private List<String> sentence = List.of(LOOSEN);
    private int weight;

    private void offer(int weight, String... ways) {
        if (weight > this.weight) {
            this.weight = weight;
            this.sentence = List.of(ways);
        }
    }

    /** Says that nothing can be loosened: each of these is asked for in any version. */
    void doWithout(List<String> names) {
        offer(1, "do without " + (names.size() > 3 ? "one of them" : String.join(" or ", names)));
    }

    void lookUp() {
        offer(2, "add the index that has it", "do without the package that needs it");
    }

    void yanked(Candidates subject, int position) {
        offer(
                4,
                "choose another version",
                "pin " + subject.name + "==" + subject.version(position)
                        + " yourself to take it although it is yanked");
    }

    void unusable(Candidates subject, boolean sdist) {
        if (sdist) {
            offer(3, VERSION_OR_TARGET, "build a wheel of " + subject.name + " and offer it in a folder or index");
        } else {
            offer(3, VERSION_OR_TARGET);
        }
    }

    void prerelease(Candidates subject, int position) {
        offer(
                4,
                "ask for " + subject.name + ">=" + subject.version(position) + " to take the pre-release",
                "allow them all by -Dairgap.prereleases=allow");
    }

    void ruledOut() {
        offer(4, "choose another version", "allow pre-releases: airgap.prereleases is set to never");
    }

    void address(Requirement requirement) {
        offer(5, "ask for " + Wording.requirement(requirement) + " yourself if you trust it");
    }

    /**
     * Gives the sentence.
     *
     * @param takes versions that were tried and would do, as {@code x 1.0 (requirements.txt:1)}
     * @param none the package of which no version at all would do; empty where there is none or it is not known
     */
    String sentence(List<String> takes, String none) {
        List<String> ways = new ArrayList<>();
        if (!takes.isEmpty()) {
            ways.add("take " + String.join(" or ", takes));
        }
        for (String way : sentence) {
            if (way.equals(VERSION_OR_TARGET) && !none.isEmpty()) {
                ways.add("choose another target, since no version of " + none + " would do");
            } else if (takes.isEmpty()) {
                ways.add(way);
            } else if (way.equals(VERSION_OR_TARGET)) {
                ways.add("choose another target");
            } else if (!way.equals(LOOSEN) && !way.equals("choose another version")) {
                ways.add(way);
            }
        }
        int last = ways.size() - 1;
        return last == 0 ? ways.get(0) : String.join(", ", ways.subList(0, last)) + ", or " + ways.get(last);
    }
}
