package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.lock.Inputs;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedTarget;
import dev.airgap.lock.LockedWheel;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClosedSideTest {

    private static final String HEX = "0".repeat(64);
    private static final LockedTarget AMD = target("cp311-manylinux_2_36_x86_64", "3.11", "manylinux_2_36_x86_64");
    private static final LockedTarget ARM = target("robot", "3.11.4", "musllinux_1_2_aarch64");
    private static final LockedTarget WINDOWS = target("desk", "3.12", "win_amd64");

    @Test
    void oneTargetHasItsLinesAlone() {
        assertThat(lines(AMD))
                .containsExactly(
                        "mkdir bundle && tar -xf b.tar -C bundle && (cd bundle && sha256sum -c --quiet SHA256SUMS)",
                        "python3 -m venv app",
                        "PIP_CONFIG_FILE=/dev/null app/bin/pip --isolated install -r"
                                + " bundle/requirements/cp311-manylinux_2_36_x86_64.txt"
                                + "  # CPython 3.11, x86_64, glibc 2.36 or later");
    }

    @Test
    void severalTargetsAreAChoiceAndNoSteps() {
        assertThat(lines(AMD, ARM, WINDOWS))
                .containsSubsequence("python3 -m venv app", "# one of these, the one that fits the machine:")
                .contains("# Python 3.12, win_amd64: on Windows see README.txt in b.tar")
                .filteredOn(line -> line.endsWith("robot.txt  # Python 3.11.4, aarch64, musl 1.2 or later"))
                .hasSize(1);
        assertThat(lines(AMD, WINDOWS)).doesNotContain("# one of these, the one that fits the machine:");
    }

    @Test
    void windowsAloneGetsNoLineForAShell() {
        assertThat(lines(WINDOWS)).singleElement().asString().startsWith("# Python 3.12, win_amd64: on Windows");
    }

    @Test
    void interpretersAreNamedAsPeopleDo() {
        assertThat(ClosedSide.name(target("cp313t-macosx_11_0_arm64", "3.13", "macosx_11_0_arm64")))
                .isEqualTo("CPython 3.13t, arm64, macOS 11.0 or later");
        assertThat(ClosedSide.name(target("pp310-linux_x86_64", "3.10", "linux_x86_64")))
                .isEqualTo("PyPy 3.10, linux_x86_64");
    }

    private static List<String> lines(LockedTarget... targets) {
        List<String> ids = Arrays.stream(targets).map(LockedTarget::id).sorted().toList();
        LockedWheel wheel = new LockedWheel("demo-1.0-py3-none-any.whl", URI.create("https://h/demo.whl"), 1, HEX, ids);
        TreeMap<String, List<String>> needs = new TreeMap<>();
        ids.forEach(id -> needs.put(id, List.of()));
        List<LockedPackage> packages =
                List.of(new LockedPackage("demo", "1.0", "pypi", List.of(), List.of(wheel), needs));
        List<LockedTarget> sorted = Arrays.stream(targets)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        return new ClosedSide(new Lock(Inputs.none(), sorted, packages, List.of(), List.of()), "b.tar", "/opt/airgap")
                .lines();
    }

    private static LockedTarget target(String id, String python, String platform) {
        return new LockedTarget(id, python, platform, HEX);
    }
}
