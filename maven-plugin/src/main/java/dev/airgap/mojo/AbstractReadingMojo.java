package dev.airgap.mojo;

import dev.airgap.goal.Places;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** Holds what the goals share that read a bundle. */
abstract class AbstractReadingMojo extends AbstractAirgapMojo {

    /**
     * Names the bundle: a path, or {@code group:artifact:version}, behind which a type and a classifier may follow; the
     * project's own by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "airgap.bundle")
    String bundle;

    private final RepositorySystem repositories;

    AbstractReadingMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    final Path find(Places places) {
        return new BundleFinder(repositories, session.getRepositorySession(), project)
                .find(said("airgap.bundle", bundle), places);
    }
}
