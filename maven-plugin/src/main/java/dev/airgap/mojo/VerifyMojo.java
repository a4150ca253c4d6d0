package dev.airgap.mojo;

import dev.airgap.goal.Places;
import dev.airgap.goal.VerifyGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Proves a bundle, file or folder, complete and untouched, and writes the evidence.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractReadingMojo {

    @Inject
    VerifyMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    void run() {
        Places places = workplace().places(this);
        new VerifyGoal(places, PluginVersion.get()).run(find(places));
    }
}
