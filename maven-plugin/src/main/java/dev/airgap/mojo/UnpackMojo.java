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
public final class UnpackMojo extends AbstractReadingMojo {

    /** Names the folder to lay it out in; {@code target/airgap/bundle} by default. */
    @Parameter(property = "airgap.outputDirectory")
    String outputDirectory;

    /** Lays out what one target needs alone: its id, or the image or platform that it was made of. */
    @Parameter(property = "airgap.target")
    String target;

    @Inject
    UnpackMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    void run() {
        Workplace workplace = workplace();
        Places places = workplace.places(this);
        Path found = find(places);
        String folder = said("airgap.outputDirectory", outputDirectory);
        Path output =
                folder == null ? places.airgap().resolve("bundle") : workplace.path("airgap.outputDirectory", folder);
        String one = said("airgap.target", target);
        outputs(places).checkFolder(output, found, one);
        new UnpackGoal(places, PluginVersion.get()).run(found, output, one);
    }
}
