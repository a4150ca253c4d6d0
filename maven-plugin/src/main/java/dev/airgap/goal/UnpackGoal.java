package dev.airgap.goal;

import dev.airgap.bundle.Report;
import dev.airgap.bundle.Unpacker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays a bundle out for a container build. */
public final class UnpackGoal {

    private static final Logger LOG = LoggerFactory.getLogger(UnpackGoal.class);

    private final Places places;
    private final String tool;

    public UnpackGoal(Places places, String tool) {
        this.places = places;
        this.tool = tool;
    }

    /**
     * Unpacks and verifies.
     *
     * @param bundle a tar
     * @param output the folder, made or replaced
     * @param target the one target wanted, its id or the image that it was made of, or null for all
     */
    public void run(Path bundle, Path output, String target) {
        Optional<String> one =
                target == null || target.isBlank() ? Optional.empty() : Optional.of(TargetId.of(target.trim()));
        Report report = new Unpacker("airgap-maven-plugin " + tool, Clock.systemUTC()).unpack(bundle, output, one);
        LOG.info(
                "Unpacked {} into {}: {} {}, {}; content {}",
                one.map(id -> "what " + id + " needs").orElse("the whole bundle"),
                places.show(output),
                report.identity().name(),
                report.identity().version(),
                Sizes.of(report.identity().bytes()),
                report.identity().digest());
    }
}
