package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.testkit.HubServer;
import dev.airgap.testkit.SimpleIndexServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs goals as Maven configures them: a real session and project in a folder of their own, an index and a hub on
 * loopback that the POMs beside this class name by {@code ${it.index}} and {@code ${it.hub}}.
 */
@MojoTest
abstract class MojoCase {

    @TempDir
    Path folder;

    final SimpleIndexServer index = SimpleIndexServer.start();
    final HubServer hub = HubServer.start();
    /** What stands behind -D on the command line. */
    Properties user;

    @Inject
    RepositorySystem repositories;

    private final DefaultRepositorySystemSession repositorySession = MavenRepositorySystemUtils.newSession();
    private MavenProject project;

    @Provides
    @SuppressWarnings("unused") // Called by the harness.
    private MavenProject project() {
        if (project == null) {
            Build build = new Build();
            build.setDirectory(folder.resolve("target").toString());
            build.setFinalName("search-1.0");
            Model model = new Model();
            model.setGroupId("org.example");
            model.setArtifactId("search");
            model.setVersion("1.0");
            model.setPackaging(packaging());
            model.setBuild(build);
            project = new MavenProject(model);
            project.setFile(folder.resolve("pom.xml").toFile());
            project.setArtifact(new DefaultArtifact(
                    "org.example", "search", "1.0", null, packaging(), null, new DefaultArtifactHandler(packaging())));
        }
        return project;
    }

    @Provides
    @SuppressWarnings({"unused", "deprecation"}) // Called by the harness; Maven 3.8 has no other constructor.
    private MavenSession session() {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        user = request.getUserProperties();
        user.setProperty("it.index", index.url().toString());
        user.setProperty("it.hub", hub.endpoint());
        user.setProperty("airgap.store", folder.resolve("store").toString());
        request.setLocalRepositoryPath(folder.resolve("repository").toFile());
        request.setBaseDirectory(folder.toFile());
        MavenSession session = new MavenSession(null, repositorySession, request, new DefaultMavenExecutionResult());
        session.setCurrentProject(project());
        return session;
    }

    @BeforeEach
    void openLocalRepository() {
        repositorySession.setLocalRepositoryManager(repositories.newLocalRepositoryManager(
                repositorySession,
                new LocalRepository(folder.resolve("repository").toFile())));
    }

    @AfterEach
    void close() {
        index.close();
        hub.close();
    }

    /** Names the project's packaging. */
    String packaging() {
        return "jar";
    }

    /** Gives the project that the goal works in. */
    final MavenProject maven() {
        return project;
    }

    final Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    final String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Runs a goal that must fail; gives what Maven would print. */
    final String failure(AbstractAirgapMojo mojo) {
        MojoExecutionException failure = catchThrowableOfType(MojoExecutionException.class, mojo::execute);
        assertThat(failure).isNotNull();
        // A cause would be printed behind our sentence.
        assertThat(failure).hasNoCause();
        return failure.getMessage();
    }
}
