package dev.airgap.resolve;

import dev.airgap.python.Requirement;

/** Keeps the most helpful thing to do next. */
final class Advice {

    private String sentence = "loosen one of these requirements";
    private int weight;

    private void offer(int weight, String sentence) {
        if (weight > this.weight) {
            this.weight = weight;
            this.sentence = sentence;
        }
    }

    void loosen() {
        offer(1, "loosen one of these requirements");
    }

    void lookUp() {
        offer(2, "add the index that has it, or do without the package that needs it");
    }

    void yanked(Candidates subject, int position) {
        offer(
                4,
                "choose another version or target, or pin " + subject.name + "==" + subject.version(position)
                        + " yourself to take it although it is yanked");
    }

    void unusable(Candidates subject, boolean sdist) {
        offer(
                3,
                sdist
                        ? "choose another version or target, or build a wheel of " + subject.name
                                + " and offer it in a folder or index"
                        : "choose another version or target");
    }

    void prerelease(Candidates subject, int position) {
        offer(
                4,
                "ask for " + subject.name + ">=" + subject.version(position)
                        + " to take the pre-release, or allow them all by -Dairgap.prereleases=allow");
    }

    void ruledOut() {
        offer(4, "choose another version, or allow pre-releases: airgap.prereleases is set to never");
    }

    void address(Requirement requirement) {
        offer(5, "ask for " + Wording.requirement(requirement) + " yourself if you trust it");
    }

    String sentence() {
        return sentence;
    }
}
