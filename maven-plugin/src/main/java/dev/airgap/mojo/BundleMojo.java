package dev.airgap.mojo;

import dev.airgap.goal.BundleGoal;
import dev.airgap.goal.Identity;
import dev.airgap.goal.LockGoal;
import dev.airgap.goal.Network;
import dev.airgap.goal.Places;
import dev.airgap.goal.Wishes;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.impl.OfflineController;

/**
 * Seals what the lock pins into one reproducible tar and attaches it; locks first where there is no lock or its inputs
 * changed.
 *
 * @since 0.1.0
 */
@Mojo(name = "bundle", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public final class BundleMojo extends AbstractContentMojo {

    /** Gives the time of every entry in the tar: an instant or seconds since 1970; never the clock. */
    @Parameter(property = "airgap.outputTimestamp", defaultValue = "${project.build.outputTimestamp}")
    String outputTimestamp;

    private final MavenProjectHelper projects;

    @Inject
    BundleMojo(RepositorySystem repositories, OfflineController offline, MavenProjectHelper projects) {
        super(repositories, offline);
        this.projects = projects;
    }

    @Override
    void run() {
        Workplace workplace = workplace();
        Places places = workplace.places(this);
        Wishes wishes = wishes(places);
        Identity identity =
                new Identity(workplace.bundleName(), workplace.bundleVersion(), outputTimestamp, PluginVersion.build());
        outputs(places).checkBundle(wishes, identity);
        try (Network network = network(wishes.configuration())) {
            LockGoal lock = new LockGoal(wishes, places, network, lockPolicy(false));
            new BundleGoal(wishes.configuration(), places, identity, network, lock).run();
        }
        attach(workplace, places.tar().toFile());
    }

    private void attach(Workplace workplace, File tar) {
        if (workplace.packagesBundle()) {
            project.getArtifact().setFile(tar);
        } else if (workplace.hasPom()) {
            projects.attachArtifact(project, "tar", classifier, tar);
        }
    }
}
