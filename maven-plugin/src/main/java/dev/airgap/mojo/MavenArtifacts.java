package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Coordinates;
import dev.airgap.http.SafeUrl;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Fetches artifacts by Maven, from the repositories of the project. */
final class MavenArtifacts {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final MavenProject project;

    /** @param project null where there is none */
    MavenArtifacts(RepositorySystem system, RepositorySystemSession session, MavenProject project) {
        this.system = system;
        this.session = session;
        this.project = project;
    }

    Path file(Artifact artifact) throws ArtifactResolutionException {
        ArtifactRequest request = new ArtifactRequest();
        request.setArtifact(artifact);
        request.setRepositories(project == null ? List.of() : project.getRemoteProjectRepositories());
        return system.resolveArtifact(session, request).getArtifact().getFile().toPath();
    }

    /** Gives the file of a model's artifact. */
    Path model(Coordinates wanted, String where) {
        try {
            return file(new DefaultArtifact(
                    wanted.group(), wanted.artifact(), wanted.classifier(), wanted.type(), wanted.version()));
        } catch (ArtifactResolutionException e) {
            throw new FaultException(
                    Fault.of("The artifact of a model can't be resolved: " + wanted)
                            .at(where)
                            .because(SafeUrl.printable(String.valueOf(e.getMessage())))
                            .advise("Check its coordinates and the project's <repositories>; offline it must lie in the"
                                    + " local repository already."),
                    e);
        }
    }
}
