package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Claims;
import dev.airgap.goal.Outputs;
import dev.airgap.goal.Places;
import java.io.IOException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Holds what all goals share: where they run, how they are skipped, how faults reach the user. */
abstract class AbstractAirgapMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /**
     * Skips the goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "airgap.skip", defaultValue = "false")
    boolean skip;

    /**
     * Names the lock file; {@code airgap.lock} beside the POM where it is absent.
     *
     * @since 0.1.0
     */
    @Parameter(property = "airgap.lockFile")
    String lockFile;

    /**
     * Names the folder of the content store, shared by all projects; by default {@code airgap} in the user's cache
     * folder, or what the environment variable {@code AIRGAP_STORE} says.
     *
     * @since 0.1.0
     */
    @Parameter(property = "airgap.store")
    String store;

    /**
     * Names the bundle's tar; by default in the build folder, after the project's final name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "airgap.output")
    String output;

    /**
     * Names the classifier of the bundle where the project's packaging is not {@code airgap}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "airgap.classifier", defaultValue = "airgap")
    String classifier;

    /** Does the goal's one use case. */
    abstract void run() throws IOException;

    @Override
    public final void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipped: airgap.skip is set.");
            return;
        }
        try {
            checkProperties();
            checkElements();
            run();
        } catch (FaultException e) {
            throw failure(e.faults(), e);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw failure(List.of(Unforeseen.fault(execution.getGoal(), e)), e);
        }
    }

    private static MojoExecutionException failure(List<Fault> faults, Throwable cause) {
        MojoExecutionException failure = new MojoExecutionException("\n\n" + FaultText.of(faults) + "\n");
        // As a cause, Maven would append its words and those of its causes to our sentence; -e still shows it.
        failure.addSuppressed(cause);
        return failure;
    }

    private void checkProperties() {
        MojoDescriptor goal = execution.getMojoDescriptor();
        boolean unpacks = TypedProperties.unpacks(session, execution.getPlugin().getKey());
        TypedProperties.of(session, goal).check(this instanceof AbstractContentMojo, unpacks);
    }

    private void checkElements() {
        Plugin plugin =
                project == null ? null : project.getPlugin(execution.getPlugin().getKey());
        ConfiguredElements.of(plugin, execution.getExecutionId(), execution.getMojoDescriptor())
                .check(workplace().where("<configuration>"));
    }

    /** Gives the command line's word for a property where it was said, else what the POM configured. */
    final String said(String property, String configured) {
        return new UserProperties(session).said(property, configured);
    }

    final Workplace workplace() {
        return new Workplace(session, project);
    }

    final Outputs outputs(Places places) {
        Workplace workplace = workplace();
        String owner =
                workplace.owner() + " (" + execution.getGoal() + ", execution " + execution.getExecutionId() + ")";
        return new Outputs(places, workplace.pom(), new Claims(workplace.claimed(), owner));
    }
}
