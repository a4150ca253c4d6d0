package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.WhyGoal;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says why a package is in the lock: who needs it, by the shortest way from what was asked for; asks no index.
 *
 * @since 0.1.0
 */
@Mojo(name = "why", requiresProject = false, threadSafe = true)
public final class WhyMojo extends AbstractAirgapMojo {

    /** Names the package. */
    @Parameter(property = "airgap.package")
    String packageName;

    /** Looks at one target alone: its id, or the image or platform that it was made of. */
    @Parameter(property = "airgap.target")
    String target;

    @Override
    void run() {
        String name = said("airgap.package", packageName);
        if (name == null || name.isBlank()) {
            throw new FaultException(Fault.of("No package is named whose reason is wanted")
                    .at("airgap.package")
                    .advise("Name it: -Dairgap.package=numpy."));
        }
        new WhyGoal(workplace().places(this)).run(name, said("airgap.target", target));
    }
}
