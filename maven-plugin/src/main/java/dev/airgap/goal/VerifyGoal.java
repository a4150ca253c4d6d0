package dev.airgap.goal;

import dev.airgap.bundle.Report;
import dev.airgap.bundle.Verifier;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves a bundle complete and untouched, and leaves the evidence. */
public final class VerifyGoal {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyGoal.class);

    private final Places places;
    private final String tool;

    public VerifyGoal(Places places, String tool) {
        this.places = places;
        this.tool = tool;
    }

    /**
     * Verifies; the evidence is written whatever was found.
     *
     * @param bundle a tar or a folder
     */
    public void run(Path bundle) {
        Report report = new Verifier("airgap-maven-plugin " + tool, Clock.systemUTC()).verify(bundle);
        Path evidence = places.airgap();
        try {
            report.write(evidence, "verify");
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("The evidence can't be written")
                            .at(evidence.toString())
                            .because(String.valueOf(e)),
                    e);
        }
        report.orThrow(places.show(evidence.resolve("verify.json")));
        LOG.info(
                "Verified {}: {} {}, {} files, {}; content {}",
                places.show(bundle),
                report.identity().name(),
                report.identity().version(),
                report.identity().files(),
                Sizes.of(report.identity().bytes()),
                report.identity().digest());
        LOG.info("Evidence: {} and .txt", places.show(evidence.resolve("verify.json")));
    }
}
