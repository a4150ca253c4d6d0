package dev.airgap.mojo;

import dev.airgap.goal.TreeGoal;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints what the lock's packages need of each other, with the sizes of their wheels; asks no index.
 *
 * @since 0.1.0
 */
@Mojo(name = "tree", requiresProject = false, threadSafe = true)
public final class TreeMojo extends AbstractAirgapMojo {

    /** Shows what one target has alone: its id, or the image or platform that it was made of. */
    @Parameter(property = "airgap.target")
    String target;

    @Override
    void run() {
        new TreeGoal(workplace().places(this)).run(said("airgap.target", target));
    }
}
