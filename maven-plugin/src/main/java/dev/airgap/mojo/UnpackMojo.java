package dev.airgap.mojo;

import dev.airgap.goal.Places;
import dev.airgap.goal.UnpackGoal;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Lays a bundle out as a folder that a Dockerfile reads, every file verified on the way.
 *
 * @since 0.1.0
 */
@Mojo(name = "unpack", requiresProject = false, threadSafe = true)
public final class UnpackMojo extends AbstractAirgapMojo {

    /** Names the bundle: a path, or {@code group:artifact:version}; the project's own by default. */
    @Parameter(property = "airgap.bundle")
    String bundle;

    /** Names the folder to lay it out in; {@code target/airgap/bundle} by default. */
    @Parameter(property = "airgap.outputDirectory")
    String outputDirectory;

    /** Lays out what one target needs alone. */
    @Parameter(property = "airgap.target")
    String target;

    private final RepositorySystem repositories;

    @Inject
    UnpackMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    void run() {
        Places places = workplace().places(this);
        Path found = new BundleFinder(repositories, session.getRepositorySession(), project)
                .find(said("airgap.bundle", bundle), places);
        String folder = said("airgap.outputDirectory", outputDirectory);
        Path output = folder == null
                ? places.airgap().resolve("bundle")
                : places.base().resolve(folder).normalize();
        new UnpackGoal(places, PluginVersion.get()).run(found, output, said("airgap.target", target));
    }
}
