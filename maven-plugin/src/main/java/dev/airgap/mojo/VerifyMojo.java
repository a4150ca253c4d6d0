package dev.airgap.mojo;

import dev.airgap.goal.Places;
import dev.airgap.goal.VerifyGoal;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Proves a bundle, file or folder, complete and untouched, and writes the evidence.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractAirgapMojo {

    /** Names the bundle: a path, or {@code group:artifact:version}; the project's own by default. */
    @Parameter(property = "airgap.bundle")
    String bundle;

    private final RepositorySystem repositories;

    @Inject
    VerifyMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    void run() {
        Places places = workplace().places(this);
        Path found = new BundleFinder(repositories, session.getRepositorySession(), project)
                .find(said("airgap.bundle", bundle), places);
        new VerifyGoal(places, PluginVersion.get()).run(found);
    }
}
