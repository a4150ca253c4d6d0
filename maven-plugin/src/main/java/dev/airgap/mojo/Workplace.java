package dev.airgap.mojo;

import dev.airgap.goal.Places;
import dev.airgap.store.StorePlace;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Finds the places a goal works in, with a POM and without one. */
final class Workplace {

    private static final String LOCK = "airgap.lock";
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
        Path base = base();
        String lock = mojo.said("airgap.lockFile", mojo.lockFile);
        String output = mojo.said("airgap.output", mojo.output);
        String store = mojo.said("airgap.store", mojo.store);
        return new Places(
                base,
                build(),
                base.resolve(lock == null ? LOCK : lock).normalize(),
                output == null
                        ? build().resolve(tarName(mojo.classifier))
                        : base.resolve(output).normalize(),
                store == null ? storeOfEnvironment() : base.resolve(store).normalize());
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
