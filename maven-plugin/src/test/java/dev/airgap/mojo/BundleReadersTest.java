package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.testkit.WheelMaker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Takes bundles apart again, as {@code airgap:unpack} and {@code airgap:verify} find them. */
class BundleReadersTest extends MojoCase {

    private static final Path OWN = Path.of("target/search-1.0-airgap.tar");

    private Path sealed(BundleMojo bundle) throws Exception {
        index.add(WheelMaker.wheel("demo", "1.0").payload(5000).build());
        bundle.execute();
        return folder.resolve(OWN);
    }

    @Test
    void unpacksTheProjectsOwnBundle(
            @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml") BundleMojo bundle,
            @InjectMojo(goal = "unpack") UnpackMojo unpack)
            throws Exception {
        sealed(bundle);

        unpack.execute();

        assertThat(folder.resolve("target/airgap/bundle/wheels/demo-1.0-py3-none-any.whl"))
                .isRegularFile();
        assertThat(read("target/airgap/bundle/SHA256SUMS")).contains("wheels/demo-1.0-py3-none-any.whl");
    }

    @Test
    void unpacksAFileForOneTargetIntoAFolderOfChoice(
            @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml") BundleMojo bundle,
            @InjectMojo(goal = "unpack")
                    @MojoParameter(name = "bundle", value = "carried.tar")
                    @MojoParameter(name = "outputDirectory", value = "image")
                    @MojoParameter(name = "target", value = "cp311-manylinux_2_28_x86_64")
                    UnpackMojo unpack)
            throws Exception {
        Files.move(sealed(bundle), folder.resolve("carried.tar"));

        unpack.execute();

        assertThat(folder.resolve("image/requirements/cp311-manylinux_2_28_x86_64.txt"))
                .isRegularFile();
        assertThat(folder.resolve("image/wheels/demo-1.0-py3-none-any.whl")).isRegularFile();
        assertThat(folder.resolve("target/airgap/bundle")).doesNotExist();
    }

    @Test
    void unpacksFromTheLocalRepository(
            @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml") BundleMojo bundle,
            @InjectMojo(goal = "unpack") @MojoParameter(name = "bundle", value = "org.example:carried:2.0")
                    UnpackMojo unpack)
            throws Exception {
        Path installed = folder.resolve("repository/org/example/carried/2.0/carried-2.0-airgap.tar");
        Files.createDirectories(installed.getParent());
        Files.move(sealed(bundle), installed);

        unpack.execute();

        assertThat(folder.resolve("target/airgap/bundle/wheels/demo-1.0-py3-none-any.whl"))
                .isRegularFile();
    }

    @Test
    void refusesATargetThatTheBundleHasNot(
            @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml") BundleMojo bundle,
            @InjectMojo(goal = "unpack") @MojoParameter(name = "target", value = "cp312-win_amd64") UnpackMojo unpack)
            throws Exception {
        sealed(bundle);

        assertThat(failure(unpack)).contains("cp312-win_amd64", "cp311-manylinux_2_28_x86_64");
        assertThat(folder.resolve("target/airgap/bundle")).doesNotExist();
    }

    @Test
    void laysNothingOutOfATarThatWasTouched(
            @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml") BundleMojo bundle,
            @InjectMojo(goal = "unpack") UnpackMojo unpack)
            throws Exception {
        flip(sealed(bundle));

        assertThat(failure(unpack)).contains("wheels/demo-1.0-py3-none-any.whl");
        assertThat(folder.resolve("target/airgap/bundle")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "unpack")
    void saysWhereTheBundleShouldBe(UnpackMojo unpack) {
        assertThat(failure(unpack)).contains("The bundle isn't there yet: " + OWN, "Run mvn package first");
    }

    @Test
    @InjectMojo(goal = "unpack")
    @MojoParameter(name = "bundle", value = "org.example:nowhere:1.0")
    void saysThatCoordinatesLeadNowhere(UnpackMojo unpack) {
        assertThat(failure(unpack)).contains("org.example:nowhere:tar:1.0", "Check the coordinates");
    }

    @Test
    void provesABundleAndWritesTheEvidence(
            @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml") BundleMojo bundle,
            @InjectMojo(goal = "verify") VerifyMojo verify)
            throws Exception {
        sealed(bundle);

        verify.execute();

        assertThat(read("target/airgap/verify.json")).contains("\"intact\": true", "\"faults\": [ ]");
        assertThat(read("target/airgap/verify.txt")).contains(OWN.getFileName().toString());
    }

    @Test
    void namesTheFileThatWasTouched(
            @InjectMojo(goal = "bundle", pom = "classpath:wheels.xml") BundleMojo bundle,
            @InjectMojo(goal = "verify") VerifyMojo verify)
            throws Exception {
        flip(sealed(bundle));

        assertThat(failure(verify))
                .contains("A file was changed", "wheels/demo-1.0-py3-none-any.whl", "expected: ", "actual: ");
        assertThat(read("target/airgap/verify.json")).contains("\"intact\": false", "demo-1.0-py3-none-any.whl");
    }

    @Test
    void skips(
            @InjectMojo(goal = "unpack") @MojoParameter(name = "skip", value = "true") UnpackMojo unpack,
            @InjectMojo(goal = "verify") @MojoParameter(name = "skip", value = "true") VerifyMojo verify)
            throws Exception {
        // There is no bundle, so each would fail if it ran.
        unpack.execute();
        verify.execute();

        assertThat(folder.resolve("target")).doesNotExist();
    }

    /** Changes one byte in the middle of the wheel, which takes up most of the tar. */
    private static void flip(Path tar) throws Exception {
        byte[] bytes = Files.readAllBytes(tar);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("demo/payload.bin") + 1000;
        bytes[at] ^= 1;
        Files.write(tar, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
