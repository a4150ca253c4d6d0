package dev.airgap.mojo;

import dev.airgap.goal.LockGoal;
import dev.airgap.goal.Network;
import dev.airgap.goal.Places;
import dev.airgap.goal.Wishes;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.impl.OfflineController;

/**
 * Resolves all targets and snapshots and writes {@code airgap.lock}; keeps the pins that still fit.
 *
 * @since 0.1.0
 */
@Mojo(name = "lock", requiresProject = false, threadSafe = true)
public final class LockMojo extends AbstractContentMojo {

    @Inject
    LockMojo(RepositorySystem repositories, OfflineController offline) {
        super(repositories, offline);
    }

    @Override
    void run() {
        Places places = workplace().places(this);
        Wishes wishes = wishes(places);
        outputs(places).checkLock(wishes);
        try (Network network = network(wishes.configuration())) {
            new LockGoal(wishes, places, network, lockPolicy(true)).run();
        }
    }
}
