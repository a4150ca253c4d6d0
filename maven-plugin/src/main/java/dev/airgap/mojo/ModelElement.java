package dev.airgap.mojo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Holds a {@code <model>}: a snapshot of a model or a dataset. */
public final class ModelElement {

    /** Names the repository, {@code org/name}. */
    private String repo;

    /** Names a branch, a tag or a commit; {@code main} by default. */
    private String revision;

    /** Says what it is: {@code model} (default) or {@code dataset}. */
    private String type;

    /** Says which weight formats are taken: {@code auto} (default), {@code all}, or a list. */
    private String weights;

    /** Names the {@code <hub>} that has it; the first by default. */
    private String hub;

    /** Lists the patterns of the files to take; all by default. */
    private List<String> includes = new ArrayList<>();

    /** Lists the patterns of the files to leave. */
    private List<String> excludes = new ArrayList<>();

    /** Takes the text of {@code <model>org/name@revision</model>}; Maven calls it. */
    public void set(String word) {
        int at = word.indexOf('@');
        this.repo = at < 0 ? word : word.substring(0, at);
        this.revision = at < 0 ? null : word.substring(at + 1);
    }

    String repo() {
        return repo == null ? "" : repo.trim();
    }

    String revision() {
        return revision == null || revision.isBlank() ? "main" : revision.trim();
    }

    String type() {
        return type == null || type.isBlank() ? "model" : type.trim();
    }

    String weights() {
        return weights == null || weights.isBlank() ? "auto" : weights.trim();
    }

    String hub() {
        return hub == null ? "" : hub.trim();
    }

    List<String> includes() {
        return includes.stream().filter(Objects::nonNull).toList();
    }

    List<String> excludes() {
        return excludes.stream().filter(Objects::nonNull).toList();
    }
}
