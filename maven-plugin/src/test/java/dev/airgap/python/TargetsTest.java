package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    @ParameterizedTest
    @CsvSource({
        "python:3.11-slim-bookworm, cp311-manylinux_2_36_x86_64",
        "python:3.11-slim-bookworm/arm64, cp311-manylinux_2_36_aarch64",
        "python:3.11-slim-bookworm/linux/arm64/v8, cp311-manylinux_2_36_aarch64",
        "docker.io/library/python:3.12-trixie, cp312-manylinux_2_41_x86_64",
        "python:3.12.7-bullseye/386, cp312-manylinux_2_31_i686",
        "python:3.9-slim-buster/arm/v7, cp39-manylinux_2_28_armv7l",
        "python:3.14-trixie/riscv64, cp314-manylinux_2_41_riscv64",
        "python:3.13-alpine3.20, cp313-musllinux_1_2_x86_64",
        "python:3.8-alpine3.12, cp38-musllinux_1_1_x86_64",
        "python:3.13-alpine3.24/arm/v6, cp313-musllinux_1_2_armv6l",
        "python:3.13-windowsservercore-ltsc2022, cp313-win_amd64",
        "pypy:3.11-slim-trixie, pp311-manylinux_2_41_x86_64",
        "pypy:3.10-7.3.17-slim-bookworm/arm64, pp310-manylinux_2_36_aarch64",
        "pypy:3.11-7.3-windowsservercore-ltsc2022, pp311-win_amd64",
        "registry.access.redhat.com/ubi8/python-39, cp39-manylinux_2_28_x86_64",
        "registry.access.redhat.com/ubi9/python-312:9.6/arm64, cp312-manylinux_2_34_aarch64",
        "registry.redhat.io/rhel9/python-311:latest, cp311-manylinux_2_34_x86_64",
        "ubi10/python-314-minimal/s390x, cp314-manylinux_2_39_s390x",
        "cp311-manylinux2014_x86_64, cp311-manylinux_2_17_x86_64",
        "cp311-manylinux1_i686, cp311-manylinux_2_5_i686",
        "cp311-macosx_14_3_arm64, cp311-macosx_14_0_arm64",
        "cp313t-win_arm64, cp313t-win_arm64",
        "pp310-manylinux_2_28_x86_64, pp310-manylinux_2_28_x86_64",
    })
    void aSpecHasOneCanonicalId(String spec, String id) {
        assertThat(Targets.parse(spec).id()).isEqualTo(id);
        assertThat(Targets.parse(id)).isEqualTo(Targets.parse(spec));
        assertThat(Targets.parse(id).digest())
                .isEqualTo(Targets.parse(spec).digest())
                .hasSize(64);
        assertThat(Targets.remark(spec)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "python:3.9, cp39-manylinux_2_28_x86_64, buster",
        "python:3.11-slim, cp311-manylinux_2_31_x86_64, bullseye",
        "python:3.12, cp312-manylinux_2_36_x86_64, bookworm",
        "python:3.14-slim/arm64, cp314-manylinux_2_41_aarch64, trixie",
        "python:3.13-alpine, cp313-musllinux_1_2_x86_64, Alpine 3.20",
        "python:3.15, cp315-manylinux_2_41_x86_64, trixie",
        "pypy:3.11-slim, pp311-manylinux_2_36_x86_64, bookworm",
        "pypy:3.10-7.3.12/386, pp310-manylinux_2_31_i686, bullseye",
        "ubuntu:22.04, cp310-manylinux_2_35_x86_64, python3",
        "ubuntu:noble-20260810/arm64, cp312-manylinux_2_39_aarch64, python3",
        "ubuntu:26.04/riscv64, cp314-manylinux_2_43_riscv64, python3",
        "debian:bookworm-slim, cp311-manylinux_2_36_x86_64, python3",
        "debian:13.1/arm/v7, cp313-manylinux_2_41_armv7l, python3",
    })
    void whatANameLeavesOpenIsSaid(String spec, String id, String system) {
        assertThat(Targets.parse(spec).id()).isEqualTo(id);
        assertThat(Targets.remark(spec)).contains(spec).contains(system);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python:latest",
                "python:3-slim",
                "python:3.15-rc-slim",
                "python:2.7-slim-buster",
                "python:3.11-slim-sid",
                "python:3.11-alpine3.99",
                "python:3.11-alpine4.1",
                "python:3.11-slim-bookworm/mips64le",
                "python:3.11-bookworm/arm/v6",
                "python:3.7",
                "python:3.13-slim-trixie/arm/v5",
                "debian:sid",
                "debian:buster",
                "ubuntu:latest",
                "ubuntu:18.04",
                "ubuntu:24.04/386x",
                "pypy:3.11-alpine",
                "pypy:2.7-slim",
                "pypy:3.11-bookworm/s390y",
                "fedora:42",
                "ubi9/nodejs-20:1",
                "ubi7/python-38",
                "quay.io/ubi9/python-312",
                "registry.example:5000/base/py:7",
            })
    void anUnknownImageIsRefusedWithTheWayToSayItsPlatform(String image) {
        assertThatThrownBy(() -> Targets.parse(image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(image)
                .hasMessageContaining("<platform>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cp311",
                "cp27-manylinux_2_28_x86_64",
                "cp3-manylinux_2_28_x86_64",
                "cp312t-manylinux_2_28_x86_64",
                "pp310t-manylinux_2_28_x86_64",
                "jy310-manylinux_2_28_x86_64",
                "cp311-linux_x86_64",
                "cp311-manylinux_3_0_x86_64",
                "cp311-manylinux_2_28_sparc",
                "cp311-manylinux_2_5_aarch64",
                "cp311-manylinux_2_9999_x86_64",
                "cp311-manylinux_2_x86_64",
                "cp311-musllinux_2_0_x86_64",
                "cp311-macosx_11_0_universal2",
                "cp311-macosx_10_9_arm64",
                "cp311-win_ia64",
                "cp311-any",
            })
    void whatIsNoTargetIsRefused(String spec) {
        assertThatThrownBy(() -> Targets.parse(spec)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlainLinuxIsRefusedWithTheTwoWaysToSayItsLibrary() {
        assertThatThrownBy(() -> Targets.parse("cp311-linux_aarch64"))
                .hasMessageContaining("manylinux_2_36_aarch64")
                .hasMessageContaining("musllinux_1_2_aarch64");
    }

    @Test
    void markerValuesFollowThePlatform() {
        assertThat(machine("cp311-macosx_11_0_arm64")).isEqualTo("Darwin darwin posix arm64");
        assertThat(machine("cp311-macosx_10_9_x86_64")).isEqualTo("Darwin darwin posix x86_64");
        assertThat(machine("cp311-win_amd64")).isEqualTo("Windows win32 nt AMD64");
        assertThat(machine("cp311-win32")).isEqualTo("Windows win32 nt AMD64");
        assertThat(machine("cp311-win_arm64")).isEqualTo("Windows win32 nt ARM64");
        assertThat(machine("cp311-musllinux_1_2_aarch64")).isEqualTo("Linux linux posix aarch64");
        MarkerEnvironment pypy = Targets.parse("pp310-win_amd64").environment();
        assertThat(pypy.implementationName()).isEqualTo("pypy");
        assertThat(pypy.platformPythonImplementation()).isEqualTo("PyPy");
        assertThat(pypy.implementationVersion()).isEqualTo("7.3.0");
        assertThat(pypy.pythonFullVersion()).isEqualTo("3.10.0");
    }

    @ParameterizedTest
    @CsvSource({
        "implementation_version >= '7.3.17', true",
        "implementation_version < '7.3.5' and python_full_version >= '3.10.9', true",
        "implementation_version < '7.3', false",
        "implementation_version >= '3.10', true",
        "implementation_version < '3.10', false",
        "implementation_version == '7.3.99' and python_full_version < '3.10', false",
    })
    void pyPyCountsItsOwnReleases(String marker, boolean holds) {
        MarkerEnvironment pypy = Targets.parse("pp310-manylinux_2_28_x86_64").environment();
        assertThat(Marker.parse(marker).holds(pypy, Set.of())).isEqualTo(holds);
    }

    private static String machine(String spec) {
        MarkerEnvironment values = Targets.parse(spec).environment();
        return values.platformSystem() + " " + values.sysPlatform() + " " + values.osName() + " "
                + values.platformMachine();
    }

    @Test
    void requiresPythonHoldsForTheFirstPatchReleaseWhereNoneIsKnown() {
        Target floating = Targets.parse("cp311-manylinux_2_28_x86_64");
        assertThat(floating.python()).isEqualTo("3.11");
        assertThat(floating.platform()).isEqualTo("manylinux_2_28_x86_64");
        assertThat(floating.accepts(Specifiers.parse(">=3.11"))).isTrue();
        assertThat(floating.accepts(Specifiers.parse(">=3.11.1"))).isFalse();
        Target real = real(3);
        assertThat(real.python()).startsWith("3.12.");
        assertThat(real.accepts(Specifiers.parse(">=3.12.1"))).isTrue();
        assertThat(real.accepts(Specifiers.parse(">=3.13"))).isFalse();
    }

    @Test
    void anIdIsFitForAFileNameOnEverySystem() {
        assertThat(Target.isId("a".repeat(100))).isTrue();
        assertThat(Target.isId("console")).isTrue();
        assertThat(Target.isId("com10")).isTrue();
        for (String id : List.of("", "nul", "con", "com1", "lpt9", "a".repeat(101), "a.b", "A")) {
            assertThat(Target.isId(id)).as(id).isFalse();
        }
    }

    @Test
    void anIdMayBeChosenAndTheDigestLeavesItOut() {
        Target target = Targets.parse("cp311-manylinux_2_34_x86_64");
        assertThat(target.named("prod").id()).isEqualTo("prod");
        assertThat(target.named("prod").digest()).isEqualTo(target.digest());
        assertThat(real(0).digest()).isNotEqualTo(real(1).digest());
        for (String bad : List.of("", "Prod", "a/b", "..", "a b")) {
            assertThatThrownBy(() -> target.named(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Target real(int place) {
        return Targets.json("real", bytes(Goldens.read("interpreters").get(place)));
    }

    @Test
    void pexsCompletePlatformIsReadAsItIs() {
        // pex names itself, and its tags start with those that say most; linux_x86_64 comes last.
        String json = """
                {"__meta_data__": {"comment": ["made", {"by": "pex"}]}, "path": "/usr/bin/python3.12",
                 "compatible_tags": ["cp312-cp312-manylinux_2_36_x86_64", "cp312-cp312-linux_x86_64", "py3-none-any"],
                 "marker_environment": {"implementation_name": "cpython", "implementation_version": "3.12.5",
                  "os_name": "posix", "platform_machine": "x86_64", "platform_python_implementation": "CPython",
                  "platform_release": "5.15", "platform_system": "Linux", "platform_version": "#1",
                  "python_full_version": "3.12.5", "python_version": "3.12", "sys_platform": "linux"}}
                """;
        Target target = Targets.json("pex", json.getBytes(StandardCharsets.UTF_8));
        assertThat(target.platform()).isEqualTo("manylinux_2_36_x86_64");
        assertThat(target.python()).isEqualTo("3.12.5");
        assertThat(target.tags().tags()).hasSize(3);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatAnInterpretersJsonLacksIsNamed() {
        for (String marker : List.of("os_name", "python_full_version", "platform_machine", "implementation_version")) {
            ObjectNode json = Goldens.read("interpreters").get(0).deepCopy();
            ((ObjectNode) json.get("marker_environment")).remove(marker);
            assertThatThrownBy(() -> Targets.json("real", bytes(json)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(marker)
                    .hasMessageContaining("python3 -c");
        }
        List<String> broken =
                new ArrayList<>(List.of("", "[]", "{", "{}", "{\"compatible_tags\":[\"a-b-../c\"]}", "null"));
        broken.add("{\"compatible_tags\":[\"py3-none-any\"],\"marker_environment\":{\"python_full_version\":\"x\"}}");
        broken.add("{\"compatible_tags\":[\"py3-none-any\"");
        for (String content : broken) {
            assertThatThrownBy(() -> Targets.json("real", content.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pyton:3.11, did you mean python:3.11?",
        "python:3.11-slim-bookwrm, did you mean python:3.11-slim-bookworm?",
        "python:3.11-slm-bookworm/arm64, did you mean python:3.11-slim-bookworm/arm64?",
        "registry.example/my-base, none of the images known here",
        "pypi:3.11-slim, did you mean pypy:3.11-slim?",
        "registry.example/base/py:7, -Dairgap.targets=cp311-manylinux_2_36_x86_64",
    })
    void anUnknownImageSaysWhatWasMeantOrHowToSayIt(String spec, String words) {
        assertThatThrownBy(() -> Targets.parse(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("the image '" + spec + "' is unknown", words, "<platform>");
    }

    @ParameterizedTest
    @CsvSource({
        "cp311-manylinux_2_28_amd64, did you mean x86_64?",
        "cp311-manylinux2014_arm64, did you mean aarch64?",
        "cp311-musllinux_1_2_arm64, did you mean aarch64?",
        "cp311-manylinux_2_28_x86, did you mean i686?",
        "python:3.11-slim-bookworm/aarch64, did you mean arm64?",
        "python:3.11-slim-bookworm/linux/x86_64, did you mean amd64?",
        "3.11-manylinux_2_28_x86_64, did you mean cp311?",
        "py311-win_amd64, did you mean cp311?",
        "python3.13-win_amd64, did you mean cp313?",
    })
    void whatOthersCallAProcessorOrAnInterpreterIsUnderstood(String spec, String words) {
        assertThatThrownBy(() -> Targets.parse(spec)).hasMessageContaining(words);
    }
}
