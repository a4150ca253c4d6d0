package dev.airgap.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The files that pip and uv install from; it/judges/pylock.py lets these tools judge them. */
class ExportsTest {

    private static final Lock LOCK = SampleLocks.readable();
    private static final String AMD = SampleLocks.AMD;

    @Test
    void requirementsStandAsThePromiseSays() throws IOException {
        assertThat(RequirementsTxt.bundled(LOCK, AMD)).isEqualTo(golden("bundled.txt"));
        assertThat(RequirementsTxt.indexed(LOCK, AMD)).isEqualTo(golden("indexed.txt"));
    }

    @Test
    void eachTargetHasItsOwnVersionsAndWheelsAlone() {
        assertThat(RequirementsTxt.bundled(LOCK, SampleLocks.ARM))
                .contains("torch==2.5.1 \\\n")
                .doesNotContain("numpy");
        assertThat(PylockToml.bundled(LOCK, SampleLocks.ARM))
                .contains("torch-2.5.1-cp311-cp311-manylinux2014_aarch64.whl")
                .doesNotContain("linux_x86_64");
    }

    @Test
    void pylockNamesWheelsByPathOrAddress() throws IOException {
        URI base = URI.create("file:///w/");
        assertThat(PylockToml.bundled(LOCK, AMD)).isEqualTo(golden("bundled.pylock.toml"));
        assertThat(PylockToml.addressed(LOCK, AMD, base)).isEqualTo(golden("addressed.pylock.toml"));
        assertThat(new TomlMapper().readTree(PylockToml.bundled(LOCK, AMD)).get("packages"))
                .hasSize(4);
    }

    @Test
    void pylockTellsWhereItsWheelsRun() {
        assertThat(environment("manylinux_2_28_aarch64"))
                .contains("\"sys_platform == 'linux' and platform_machine == 'aarch64'\"");
        assertThat(environment("musllinux_1_2_x86_64")).contains("'linux' and platform_machine == 'x86_64'");
        assertThat(environment("macosx_11_0_arm64")).contains("'darwin' and platform_machine == 'arm64'");
        assertThat(environment("macosx_11_0_universal2")).contains("[\"sys_platform == 'darwin'\"]");
        assertThat(environment("win_amd64")).contains("'win32' and platform_machine == 'AMD64'");
        assertThat(environment("win32")).contains("[\"sys_platform == 'win32'\"]");
        assertThat(environment("manylinux2014_i686")).contains("[\"sys_platform == 'linux'\"]");
        assertThat(environment("any")).doesNotContain("environments");
    }

    @Test
    void aTargetWithoutPackagesHasFilesThatSaySo() {
        Lock empty = new Lock(
                Inputs.none(),
                List.of(new LockedTarget("t", "3.12.4", "linux_x86_64", SampleLocks.hex(64, 1))),
                List.of(),
                List.of(),
                List.of());
        assertThat(PylockToml.bundled(empty, "t"))
                .contains("requires-python = \"==3.12.*\"")
                .endsWith("packages = []\n");
        assertThat(RequirementsTxt.bundled(empty, "t")).endsWith("--only-binary :all:\n");
        assertThatThrownBy(() -> PylockToml.bundled(empty, "u")).hasMessageContaining("no target 'u'");
    }

    private static String environment(String platform) {
        LockedTarget target = new LockedTarget("t", "3.11", platform, SampleLocks.hex(64, 1));
        LockedPackage one = new LockedPackage(
                "a",
                "1",
                "pypi",
                List.of(),
                List.of(SampleLocks.wheel("a-1-py3-none-any.whl", 1, 1, "t")),
                new TreeMap<>());
        return PylockToml.bundled(new Lock(Inputs.none(), List.of(target), List.of(one), List.of(), List.of()), "t");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ExportsTest.class.getResourceAsStream("/lock/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
