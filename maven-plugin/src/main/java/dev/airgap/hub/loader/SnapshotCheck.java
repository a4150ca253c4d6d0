package dev.airgap.hub.loader;

import dev.airgap.fault.Fault;
import dev.airgap.hub.ModelRequest;
import java.util.List;
import java.util.Set;

/** Judges a locked snapshot by what loaders will read of it. */
public final class SnapshotCheck {

    private SnapshotCheck() {}

    /**
     * Tells what was found.
     *
     * @param faults what must not be sealed: it can't load, is another thing than it says, or runs code unasked
     * @param warnings what may be meant, a sentence each
     * @param facts what the files say of the model
     */
    public record Judged(List<Fault> faults, List<String> warnings, ModelFacts facts) {}

    /**
     * Judges all files whose bytes are on this machine; of those that are not, their names.
     *
     * @param request what the user asked for
     * @param consent what the user said of the model's own code
     * @param repos all models of the bundle
     */
    public static Judged judge(Snapshot snapshot, ModelRequest request, Consent consent, Set<String> repos) {
        Findings findings = new Findings(snapshot);
        if (snapshot.model().type().equals("dataset")) {
            // Of no loader of models: a dataset's files are the user's whole choice.
            return new Judged(List.of(), List.of(), new ModelFacts(ModelCard.license(snapshot), List.of()));
        }
        ModelFacts facts = new WeightCheck(snapshot, request, findings).check();
        new Parts(snapshot, findings).check();
        new Modules(snapshot, findings).check();
        new Pipeline(snapshot, findings).check();
        new Companions(snapshot, repos, findings).check();
        CodeCheck.check(snapshot, consent, findings);
        return new Judged(findings.faults(), findings.warnings(), facts);
    }
}
