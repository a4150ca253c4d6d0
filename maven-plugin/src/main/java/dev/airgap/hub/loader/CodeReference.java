package dev.airgap.hub.loader;

/**
 * Names a Python file that a loader runs where it is told to trust a model.
 *
 * @param said which file says so and how, for people
 * @param repo the other repository that has it; empty where it is the model's own
 * @param file its path in that repository
 */
public record CodeReference(String said, String repo, String file) {

    /** Tells whether the code lies in another repository. */
    public boolean isElsewhere() {
        return !repo.isEmpty();
    }
}
