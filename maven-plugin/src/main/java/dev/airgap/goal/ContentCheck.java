package dev.airgap.goal;

import dev.airgap.bundle.PathRules;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.hub.FlatLayout;
import dev.airgap.hub.ModelRequest;
import dev.airgap.hub.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges models and files by what is written of them, so that nothing is fetched for a bundle that can't be. */
final class ContentCheck {

    private static final int SHA256_DIGITS = 64;

    private final List<Fault> faults = new ArrayList<>();

    private ContentCheck() {}

    /** Checks all of it; throws all faults together. */
    static void check(Configuration configuration) {
        ContentCheck check = new ContentCheck();
        check.models(configuration.models());
        check.files(configuration.files());
        if (!check.faults.isEmpty()) {
            throw new FaultException(check.faults);
        }
    }

    private void models(List<ModelSpec> models) {
        Set<String> seen = new HashSet<>();
        PathRules flat = new PathRules();
        for (ModelSpec spec : models) {
            source(spec);
            flat(spec, flat);
            try {
                request(spec, spec.revision());
            } catch (FaultException e) {
                faults.addAll(e.faults());
            }
            if (!seen.add(Wishes.key(spec))) {
                faults.add(Fault.of("The " + Wishes.key(spec) + " is asked for twice")
                        .at(spec.where())
                        .advise("Name it once; its <includes> may hold several patterns."));
            }
        }
    }

    private void source(ModelSpec spec) {
        if (spec.source().kind() == ModelSource.Kind.ARTIFACT
                && Coordinates.parse(spec.source().text()).isEmpty()) {
            faults.add(Fault.of("The artifact of " + SafeUrl.printable(spec.repo()) + " has no coordinates: "
                            + SafeUrl.printable(spec.source().text()))
                    .at(spec.where())
                    .because("Expected groupId:artifactId:version, then a type and a classifier where they are needed.")
                    .advise("Write them so, as in org.example:minilm:1.0:zip."));
        }
    }

    private void flat(ModelSpec spec, PathRules others) {
        if (!spec.layout().isFlat()) {
            return;
        }
        String path = FlatLayout.ROOT + spec.layout().flat();
        String flaw = PathRules.flaw(path);
        // As a file, so that no model lies inside another.
        flaw = flaw.isEmpty() ? others.meet(path) : flaw;
        if (!flaw.isEmpty()) {
            faults.add(Fault.of("The flat folder of " + SafeUrl.printable(spec.repo()) + " can't stand in the bundle: "
                            + PathRules.shown(path) + " " + flaw)
                    .at(spec.where())
                    .advise("Give the model a <path> of its own below " + FlatLayout.ROOT
                            + ", with plain names and slashes."));
        }
    }

    private void files(List<FileSpec> files) {
        PathRules paths = new PathRules();
        for (FileSpec spec : files) {
            String path = "files/" + spec.path();
            String flaw = PathRules.flaw(path);
            // Below an archive's folder other files may lie; what really meets is seen when it is sealed.
            flaw = flaw.isEmpty() ? paths.meet(spec.strip().isPresent() ? path + "/" : path) : flaw;
            if (!flaw.isEmpty()) {
                faults.add(Fault.of(
                                "The path of a file can't stand in the bundle: " + PathRules.shown(path) + " " + flaw)
                        .at(spec.where())
                        .advise("Give the file a <path> of its own below files/, with plain names and slashes."));
            }
            String wrong = WebAddress.flaw(spec.url());
            if (!wrong.isEmpty()) {
                faults.add(Fault.of("The address of the file " + PathRules.shown(spec.path()) + " can't be used: "
                                + SafeUrl.printable(WebAddress.shown(spec.url())))
                        .at(spec.where())
                        .because(wrong)
                        .advise("Name a server that has the file."));
            }
            if (!spec.sha256().isEmpty() && !isSha256(spec.sha256())) {
                faults.add(Fault.of("The sha256 of the file " + PathRules.shown(spec.path()) + " is none: "
                                + SafeUrl.printable(spec.sha256()))
                        .at(spec.where())
                        .because("Expected " + SHA256_DIGITS + " hex digits.")
                        .advise("Write what sha256sum prints for it, or leave it out to have it learnt."));
            }
        }
    }

    private static boolean isSha256(String text) {
        return text.length() == SHA256_DIGITS
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** Puts a snapshot as asked for into the hub's terms. */
    static ModelRequest request(ModelSpec spec, String revision) {
        try {
            return new ModelRequest(
                    spec.hub(),
                    spec.repo(),
                    spec.type(),
                    revision,
                    Weights.parse(spec.weights()),
                    spec.includes(),
                    spec.excludes(),
                    spec.where());
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of("The weights of " + spec.repo() + " can't be understood: " + e.getMessage())
                            .at(spec.where())
                            .advise("Write auto, all, or formats separated by commas."),
                    e);
        }
    }
}
