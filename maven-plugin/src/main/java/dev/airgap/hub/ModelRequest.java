package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.util.List;

/**
 * Asks for a snapshot of a model or dataset.
 *
 * @param hub the id of the hub
 * @param repo {@code org/name} or a bare name
 * @param type {@code model} or {@code dataset}
 * @param revision a branch, a tag, {@code refs/pr/N} or a full commit; a full commit is held in lower case
 * @param weights which weight formats are taken; of no effect on datasets
 * @param includes patterns by the Hub's own rules; empty takes everything
 * @param excludes patterns by the Hub's own rules, applied after the includes
 * @param where the place the user wrote it, for faults; may be empty
 */
public record ModelRequest(
        String hub,
        String repo,
        String type,
        String revision,
        Weights weights,
        List<String> includes,
        List<String> excludes,
        String where) {

    /** The revision of a request that names none: the Hub's own default. */
    public static final String DEFAULT_REVISION = "main";

    /** Checks every part that will become an address or a path. */
    public ModelRequest {
        if (!type.equals("model") && !type.equals("dataset")) {
            throw new FaultException(new Fault(
                    "The type of a model is \"model\" or \"dataset\", not \"" + Names.shown(type) + "\"",
                    where,
                    "",
                    ""));
        }
        String wrong = Names.wrongRepo(repo);
        if (!wrong.isEmpty()) {
            throw new FaultException(new Fault(
                    "\"" + Names.shown(repo) + "\" is no repository id: " + wrong,
                    where,
                    "",
                    "write it as its page on the hub shows it, organisation/name"));
        }
        if (Names.isHex(revision, 40)) {
            revision = Names.lower(revision);
        }
        wrong = Names.wrongRevision(revision);
        if (!wrong.isEmpty()) {
            throw new FaultException(new Fault(
                    "\"" + Names.shown(revision) + "\" is no revision of " + repo + ": " + wrong,
                    where,
                    "",
                    "name a branch, a tag, refs/pr/N or a full commit of 40 hex digits"));
        }
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** Asks for what most people mean: a model, all of it but surplus weights. */
    public static ModelRequest of(String hub, String repo, String revision) {
        return new ModelRequest(hub, repo, "model", revision, Weights.AUTO, List.of(), List.of(), "");
    }

    boolean isDataset() {
        return type.equals("dataset");
    }

    /** Tells whether the revision is a commit already. */
    boolean isCommit() {
        return Names.isHex(revision, 40);
    }

    /** Names the repository and revision as the log does. */
    String shown() {
        return (isDataset() ? "dataset " : "") + repo + "@" + revision;
    }
}
