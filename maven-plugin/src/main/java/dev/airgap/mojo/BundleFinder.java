package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Places;
import dev.airgap.http.SafeUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Finds the bundle that a goal is to work on: a path, Maven coordinates, or the project's own. */
final class BundleFinder {

    private static final String OTHER = "Give an existing tar or folder, or coordinates as in"
            + " -Dairgap.bundle=org.example:app-bundle:1.0 (a type and a classifier may follow).";

    private final MavenArtifacts artifacts;

    BundleFinder(RepositorySystem system, RepositorySystemSession session, MavenProject project) {
        this.artifacts = new MavenArtifacts(system, session, project);
    }

    /**
     * Finds the bundle.
     *
     * @param asked a path or coordinates, or null for the project's own
     */
    Path find(String asked, Places places) {
        if (asked == null || asked.isBlank()) {
            return own(places);
        }
        Path path = pathOrNull(asked.trim(), places.base());
        if (path != null && Files.exists(path)) {
            return path;
        }
        String[] parts = asked.trim().split(":", -1);
        boolean drive = parts.length == 2 && parts[0].length() == 1;
        boolean empty = Arrays.stream(parts).limit(3).anyMatch(String::isBlank);
        if (parts.length < 3 || parts.length > 5 || drive || empty) {
            throw new FaultException(Fault.of("There is no bundle at " + SafeUrl.printable(asked))
                    .at("airgap.bundle")
                    .advise(OTHER));
        }
        return resolve(parts);
    }

    private Path own(Places places) {
        if (!Files.exists(places.tar())) {
            throw new FaultException(Fault.of("The bundle isn't there yet: " + places.show(places.tar()))
                    .advise("Run mvn package first, or name a bundle with -Dairgap.bundle=…"));
        }
        return places.tar();
    }

    /** Coordinates alone stand for a bundle of packaging airgap first, then for one attached to another project. */
    private Path resolve(String[] parts) {
        if (parts.length > 3) {
            String classifier = parts.length == 5 ? parts[4] : "";
            return resolve(new DefaultArtifact(parts[0], parts[1], classifier, parts[3], parts[2]));
        }
        try {
            return resolve(new DefaultArtifact(parts[0], parts[1], "", "tar", parts[2]));
        } catch (FaultException main) {
            try {
                return resolve(new DefaultArtifact(parts[0], parts[1], "airgap", "tar", parts[2]));
            } catch (FaultException attached) {
                main.addSuppressed(attached);
                throw main;
            }
        }
    }

    private Path resolve(Artifact artifact) {
        try {
            return artifacts.file(artifact);
        } catch (ArtifactResolutionException e) {
            throw new FaultException(
                    Fault.of("The bundle " + artifact + " can't be resolved")
                            .because(e.getMessage())
                            .advise("Check the coordinates and the repositories; " + OTHER),
                    e);
        }
    }

    private static Path pathOrNull(String text, Path base) {
        try {
            return base.resolve(text).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            return null;
        }
    }
}
