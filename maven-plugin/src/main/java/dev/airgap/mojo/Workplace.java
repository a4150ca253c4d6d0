package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Places;
import dev.airgap.http.SafeUrl;
import dev.airgap.store.StorePlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the places a goal works in, with a POM and without one. */
final class Workplace {

    private static final String LOCK = "airgap.lock";
    private static final String CLAIMED = "dev.airgap.claimed";
    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);
    private static final String NAME_WITHOUT_POM = "airgap-bundle";

    private final MavenSession session;
    private final MavenProject project;

    Workplace(MavenSession session, MavenProject project) {
        this.session = session;
        this.project = project;
    }

    boolean hasPom() {
        return project != null && project.getFile() != null;
    }

    boolean packagesBundle() {
        return hasPom() && "airgap".equals(project.getPackaging());
    }

    /** Gives the POM's folder; without a POM the folder where Maven was called, since ${basedir} is garbage there. */
    Path base() {
        return hasPom()
                ? project.getBasedir().toPath().toAbsolutePath().normalize()
                : Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    }

    Path build() {
        return hasPom()
                ? Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize()
                : base().resolve("target");
    }

    String bundleName() {
        return hasPom() ? project.getArtifactId() : NAME_WITHOUT_POM;
    }

    String bundleVersion() {
        return hasPom() ? project.getVersion() : "0";
    }

    /** Names the place of a POM element for a message. */
    String where(String element) {
        return hasPom() ? element + " in " + project.getFile() : element;
    }

    Places places(AbstractAirgapMojo mojo) {
        String lock = mojo.said("airgap.lockFile", mojo.lockFile);
        String output = mojo.said("airgap.output", mojo.output);
        String store = mojo.said("airgap.store", mojo.store);
        return new Places(
                base(),
                build(),
                lock == null ? base().resolve(LOCK) : path("airgap.lockFile", lock),
                output == null ? build().resolve(tarName(mojo.classifier)) : path("airgap.output", output),
                store == null ? storeOfEnvironment() : path("airgap.store", store));
    }

    /** Reads a path that a parameter holds; one that names no place is a fault. */
    Path path(String property, String text) {
        try {
            Path path = base().resolve(text.trim()).normalize();
            if (!text.isBlank() && path.getFileName() != null) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Said below; the exception's words are Java's own.
            LOG.debug("{}: {}", property, e.getMessage());
        }
        throw new FaultException(
                Fault.of("The property " + property + " names no place: '" + SafeUrl.printable(text) + "'")
                        .at(where("<" + property.substring("airgap.".length()) + ">") + " or -D" + property)
                        .advise("Write a path, absolute or relative to the folder of the POM."));
    }

    /** Gives the POM's file, null where there is none. */
    Path pom() {
        return hasPom() ? project.getFile().toPath() : null;
    }

    /** Names the project for people. */
    String owner() {
        return hasPom()
                ? project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion()
                : "the call without a POM";
    }

    /** Gives what the goals of this run of Maven have claimed so far. */
    @SuppressWarnings("unchecked")
    ConcurrentMap<String, String> claimed() {
        SessionData data = session.getRepositorySession().getData();
        data.set(CLAIMED, null, new ConcurrentHashMap<String, String>());
        return (ConcurrentMap<String, String>) data.get(CLAIMED);
    }

    private String tarName(String classifier) {
        if (!hasPom()) {
            return NAME_WITHOUT_POM + ".tar";
        }
        String name = project.getBuild().getFinalName();
        return packagesBundle() ? name + ".tar" : name + "-" + classifier + ".tar";
    }

    private static Path storeOfEnvironment() {
        Map<String, String> environment = System.getenv();
        return StorePlace.locate(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }
}
