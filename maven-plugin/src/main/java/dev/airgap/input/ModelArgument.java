package dev.airgap.input;

/**
 * Holds a model as the command line names it, {@code org/name@revision}.
 *
 * @param repo {@code org/name} or a bare name
 * @param revision a branch, tag or commit; empty where none is given
 */
public record ModelArgument(String repo, String revision) {

    /** Parses an argument; throws IllegalArgumentException where a part is missing. */
    public static ModelArgument of(String argument) {
        String text = argument.strip();
        // A repository's name has no @, a revision may.
        int at = text.indexOf('@');
        ModelArgument model = at < 0
                ? new ModelArgument(text, "")
                : new ModelArgument(
                        text.substring(0, at).strip(), text.substring(at + 1).strip());
        if (model.repo.isEmpty() || (at >= 0 && model.revision.isEmpty())) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text) + "' is no model: write it as org/name or org/name@revision");
        }
        return model;
    }
}
