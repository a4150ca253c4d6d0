package dev.airgap.mojo;

import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Holds what all goals share: where they run, how they are skipped, how faults reach the user. */
abstract class AbstractAirgapMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

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
    abstract void run() throws MojoExecutionException;

    @Override
    public final void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipped: airgap.skip is set.");
            return;
        }
        try {
            run();
        } catch (FaultException e) {
            MojoExecutionException failure = new MojoExecutionException("\n\n" + e.getMessage() + "\n");
            // As a cause, Maven would append its words and those of its causes to our sentence; -e still shows it.
            failure.addSuppressed(e);
            throw failure;
        } catch (IllegalArgumentException e) {
            // A value that no check foresaw: still a sentence.
            MojoExecutionException failure = new MojoExecutionException(
                    "\n\nA value can't be used: " + SafeUrl.printable(String.valueOf(e.getMessage()))
                            + "\n  -> correct it; mvn -e shows where it was refused\n");
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /** Gives the command line's word for a property where it was said, else what the POM configured. */
    final String said(String property, String configured) {
        return new UserProperties(session).said(property, configured);
    }

    final Workplace workplace() {
        return new Workplace(session, project);
    }
}
