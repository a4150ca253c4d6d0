package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.testkit.TinyModel;
import dev.airgap.testkit.Trouble;
import dev.airgap.testkit.WheelMaker;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.Artifact;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BundleMojoTest extends MojoCase {

    @Test
    @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml")
    @MojoParameter(name = "outputTimestamp", value = "2020-02-02T02:02:02Z")
    void attachesTheTarToAJarProject(BundleMojo mojo) throws Exception {
        index.add(WheelMaker.pure("demo", "1.0"));

        mojo.execute();

        Artifact attached = maven().getAttachedArtifacts().get(0);
        assertThat(maven().getAttachedArtifacts()).hasSize(1);
        assertThat(attached.getClassifier()).isEqualTo("airgap");
        assertThat(attached.getType()).isEqualTo("tar");
        assertThat(attached.getFile().toPath()).isEqualTo(folder.resolve("target/search-1.0-airgap.tar"));
        assertThat(maven().getArtifact().getFile()).isNull();
        List<String> names = new ArrayList<>();
        try (TarFile tar = new TarFile(attached.getFile())) {
            for (TarArchiveEntry entry : tar.getEntries()) {
                names.add(entry.getName());
                assertThat(entry.getLastModifiedTime().toInstant()).hasToString("2020-02-02T02:02:02Z");
            }
        }
        assertThat(names)
                .contains(
                        "README.txt",
                        "SHA256SUMS",
                        "airgap.env",
                        "airgap.json",
                        "pylock.cp311-manylinux_2_28_x86_64.toml",
                        "requirements/cp311-manylinux_2_28_x86_64.txt",
                        "wheels/demo-1.0-py3-none-any.whl");
    }

    @Test
    @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml")
    @MojoParameter(name = "classifier", value = "python")
    void attachesWithAnotherClassifier(BundleMojo mojo) throws Exception {
        index.add(WheelMaker.pure("demo", "1.0"));

        mojo.execute();

        assertThat(maven().getAttachedArtifacts())
                .extracting(Artifact::getClassifier)
                .containsExactly("python");
        assertThat(folder.resolve("target/search-1.0-python.tar")).isRegularFile();
    }

    @Test
    @InjectMojo(goal = "bundle")
    void bundlesAModelOfTheCommandLine(BundleMojo mojo) throws Exception {
        hub.add(TinyModel.repo("org/tiny").tag("v1"));
        user.setProperty("airgap.models", "org/tiny@v1");
        user.setProperty("airgap.hub.url", hub.endpoint());

        mojo.execute();

        try (TarFile tar = new TarFile(folder.resolve("target/search-1.0-airgap.tar"))) {
            assertThat(tar.getEntries())
                    .extracting(TarArchiveEntry::getName)
                    .contains("models/hub/models--org--tiny/refs/v1")
                    .anyMatch(name -> name.endsWith("/model.safetensors"));
        }
    }

    @Test
    @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml")
    void leavesNothingHalfWrittenWhereAWheelIsMissing(BundleMojo mojo) {
        index.add(WheelMaker.pure("demo", "1.0")).server().trouble("/files/*.whl", Trouble.status(404));

        assertThat(failure(mojo)).contains("demo-1.0-py3-none-any.whl", "404");
        assertThat(folder.resolve("target")).isDirectoryNotContaining("glob:**.tar*");
        assertThat(maven().getAttachedArtifacts()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml")
    @MojoParameter(name = "locked", value = "true")
    void refusesToChangeALockThatIsLocked(BundleMojo mojo) {
        index.add(WheelMaker.pure("demo", "1.0"));

        assertThat(failure(mojo)).contains("airgap.lock", "airgap:lock");
        assertThat(folder.resolve("airgap.lock")).doesNotExist();
        assertThat(maven().getAttachedArtifacts()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml")
    @MojoParameter(name = "skip", value = "true")
    void skips(BundleMojo mojo) throws Exception {
        mojo.execute();

        assertThat(index.server().log()).isEmpty();
        assertThat(folder.resolve("target")).doesNotExist();
        assertThat(maven().getAttachedArtifacts()).isEmpty();
    }

    @Nested
    class PackagingAirgapTest extends MojoCase {

        @Override
        String packaging() {
            return "airgap";
        }

        @Test
        @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml")
        void makesTheTarTheMainArtifact(BundleMojo mojo) throws Exception {
            index.add(WheelMaker.pure("demo", "1.0"));

            mojo.execute();

            assertThat(maven().getArtifact().getFile().toPath()).isEqualTo(folder.resolve("target/search-1.0.tar"));
            assertThat(maven().getAttachedArtifacts()).isEmpty();
        }
    }
}
