package dev.airgap.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.airgap.python.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectReferenceTest {

    private static final String NAME = "demo-1.0-py3-none-any.whl";

    /** The sha256 of {@code abc}, FIPS 180-2, B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Path wheel;

    @BeforeEach
    void writeAWheel() throws IOException {
        wheel = Files.writeString(
                Files.createDirectories(folder.resolve("my dist")).resolve(NAME), "abc");
    }

    private DirectReference read(String text) {
        return RequirementText.parse(text, List.of(folder.resolve("elsewhere"), folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./my dist/" + NAME,
                "my dist/" + NAME,
                "./my dist/" + NAME + "#sha256=" + ABC,
                "demo @ file:./my%20dist/" + NAME,
            })
    void findsAWheelOnThisMachine(String text) {
        DirectReference read = read(text);
        assertThat(read.requirement().name().value()).isEqualTo("demo");
        assertThat(read.requirement().url()).startsWith(wheel.toUri().toString());
        assertThat(read.content()).isEqualTo("sha256:" + ABC);
    }

    @Test
    void takesExtrasAndMarkerOfAPath() {
        Requirement requirement =
                read("./my dist/" + NAME + "[b, A] ; python_version < '3.12'").requirement();
        assertThat(requirement.extras()).containsExactly("a", "b");
        assertThat(requirement.marker()).hasToString("python_version < \"3.12\"");
        assertThat(requirement.url()).isEqualTo(wheel.toUri().toString());
    }

    @Test
    void takesAFileAddressAsJavaAndAsPythonWriteIt() {
        for (String scheme : List.of("file://", "file:", "file://localhost")) {
            String address = scheme + wheel.toUri().getRawPath();
            assertThat(read(address).requirement().url())
                    .as(address)
                    .isEqualTo(wheel.toUri().toString());
            assertThat(read("demo[x] @ " + address).requirement().extras()).containsExactly("x");
        }
    }

    @Test
    void leavesAnAddressOnTheWebAsItIs() {
        String address = "https://host/torch-2.9.0%2Bcpu-cp311-cp311-linux_x86_64.whl#sha256=" + ABC;
        DirectReference read = read(address);
        assertThat(read.requirement().url()).isEqualTo(address);
        assertThat(read.requirement().name().value()).isEqualTo("torch");
        assertThat(read.content()).isEmpty();
    }

    @Test
    void keepsLoginAndQueryOutOfWhatIsLocked() {
        String text = "https://me:s3cret@host/demo-1.0-py3-none-any.whl?sig=t0ken#sha256=" + ABC;
        DirectReference read = read(text);
        assertThat(read.requirement().url()).isEqualTo("https://host/demo-1.0-py3-none-any.whl#sha256=" + ABC);
        assertThat(read.secret()).isEqualTo("https://me:s3cret@host/demo-1.0-py3-none-any.whl?sig=t0ken");
        String line = RequirementText.line(text, List.of(), read);
        assertThat(line).doesNotContain("s3cret").doesNotContain("t0ken").contains("query sha256:");
        String other = text.replace("t0ken", "other");
        assertThat(RequirementText.line(other, List.of(), read(other))).isNotEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./project",
                "demo @ https://host/demo-1.0.tar.gz",
                "git+https://host/demo.git",
                "demo @ git+https://host/demo.git@v1",
                "./demo-1.0.zip",
                "./gone/" + NAME,
            })
    void refusesWhatIsNoWheelAndSaysWhatToDo(String text) {
        Throwable refused = catchThrowable(() -> read(text));
        assertThat(refused).isInstanceOf(UnsupportedRequirement.class);
        assertThat(((UnsupportedRequirement) refused).next()).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other @ https://host/" + NAME,
                "demo @ https://host/demo.whl",
                "file://server/share/" + NAME,
            })
    void refusesAWheelOfAnotherName(String text) {
        assertThat(catchThrowable(() -> read(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).{10,}");
    }
}
