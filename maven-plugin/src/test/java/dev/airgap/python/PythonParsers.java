package dev.airgap.python;

import com.fasterxml.jackson.databind.JsonNode;
import dev.airgap.fuzz.Fuzzed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists the parsers of this room that read what strangers wrote. */
public final class PythonParsers {

    private static final String VERSIONS =
            "1 0 . ! + - _ v a b rc alpha c pre post rev r dev 1.2.3 1!2 .post1 .dev3 +local"
                    + " 99999999999999999999999999 ٣ \u00a0";
    private static final String SPECIFIERS = VERSIONS + " == === != ~= >= <= > < , .* ==1.* (>=1) ||";
    private static final String REQUIREMENTS =
            SPECIFIERS + " [ ] ( ) ; @ , name extra == 'x' \"x\" and or in not python_version"
                    + " python_full_version sys_platform platform_machine os_name implementation_name extras dependency_groups"
                    + " https://h/x.whl # ${X} \\";
    private static final Target LINUX = Targets.parse("cp311-manylinux_2_28_x86_64");

    private PythonParsers() {}

    public static List<Fuzzed> all() {
        List<String> requirements = seeds("requirements");
        return List.of(
                Fuzzed.text("python.version", PythonParsers::version, seeds("versions"), VERSIONS),
                Fuzzed.text("python.specifiers", PythonParsers::specifiers, seeds("specifiers"), SPECIFIERS),
                Fuzzed.text("python.requirement", PythonParsers::requirement, requirements, REQUIREMENTS),
                Fuzzed.text("python.marker", PythonParsers::marker, seeds("markers"), REQUIREMENTS),
                Fuzzed.text(
                        "python.wheel",
                        WheelName::parse,
                        seeds("wheels"),
                        "- _ . py3 none any cp311 abi3 .whl 1build +l .. / %"),
                Fuzzed.text("python.name", PackageName::of, seeds("names"), "- _ . A ß İ"),
                Fuzzed.text(
                        "python.target",
                        Targets::parse,
                        List.of(
                                "python:3.11-slim-bookworm/arm64",
                                "cp311-manylinux_2_28_x86_64",
                                "pp310-musllinux_1_2_aarch64",
                                "cp314t-macosx_14_0_arm64",
                                "cp39-win_amd64"),
                        "python: slim bookworm alpine /arm64 cp 311 t - manylinux_2_28 x86_64 win_amd64 macosx_11_0_arm64 _ 99999999999"),
                Fuzzed.bytes(
                        "python.metadata",
                        PythonParsers::metadata,
                        metadata(),
                        "Name: Version: Requires-Dist: Requires-Python: Provides-Extra: \n \r\n \n\n \t ; extra == 'x' Metadata-Version: 2.1"),
                Fuzzed.bytes(
                        "python.interpreter",
                        input -> Targets.json("robot", input),
                        List.of(
                                bytes(
                                        "{\"compatible_tags\":[\"cp311-cp311-manylinux_2_28_x86_64\",\"py3-none-any\"],\"marker_environment\":{\"python_version\":\"3.11\",\"python_full_version\":\"3.11.4\",\"os_name\":\"posix\",\"sys_platform\":\"linux\",\"platform_machine\":\"x86_64\",\"platform_system\":\"Linux\",\"implementation_name\":\"cpython\",\"implementation_version\":\"3.11.4\",\"platform_python_implementation\":\"CPython\",\"platform_release\":\"\",\"platform_version\":\"\"}}")),
                        "{ } [ ] , : \" null true 1e999 compatible_tags marker_environment python_full_version \\u0000"));
    }

    private static List<String> seeds(String golden) {
        List<String> seeds = new ArrayList<>();
        List<JsonNode> rows = Goldens.read(golden);
        int step = Math.max(1, rows.size() / 150);
        for (int i = 0; i < rows.size(); i += step) {
            strings(rows.get(i), seeds);
        }
        return seeds.size() > 400 ? seeds.subList(0, 400) : seeds;
    }

    private static void strings(JsonNode node, List<String> seeds) {
        if (node.isTextual()) {
            seeds.add(node.asText());
        } else {
            for (JsonNode child : node) {
                if (child.isTextual()) {
                    seeds.add(child.asText());
                    return;
                }
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> metadata() {
        return List.of(
                bytes("Metadata-Version: 2.1\nName: demo\nVersion: 1.0\nRequires-Python: >=3.8\nProvides-Extra: fast\n"
                        + "Requires-Dist: dep>=1,<2\nRequires-Dist: loop (>=2) ; extra == 'fast'\n"
                        + "Requires-Dist: x[y,z]==1.*; python_version < '3.9' and sys_platform != 'win32'\n\nwords\n"),
                bytes(
                        "Name: demo\r\nVersion: 1.0\r\nSummary: a\r\n  b\r\nRequires-Dist: a @ https://h/a-1-py3-none-any.whl\r\n\r\n"));
    }

    /** What is read is written, read again and compared: two texts of the same version are equal. */
    private static void version(String text) {
        Version version = Version.parse(text);
        if (!Version.parse(version.toString()).equals(version)) {
            throw new IllegalStateException("another version comes back");
        }
    }

    private static void specifiers(String text) {
        Specifiers specifiers = Specifiers.parse(text);
        boolean holds = specifiers.contains(Version.parse("1.2.3"));
        if (Specifiers.parse(specifiers.toString()).contains(Version.parse("1.2.3")) != holds
                || specifiers.matching(1, i -> Version.parse("1.2.3")).get(0) != holds) {
            throw new IllegalStateException("other specifiers come back");
        }
        specifiers.excludes(specifiers.and(Specifiers.parse(specifiers.ascending())));
    }

    private static void requirement(String text) {
        Requirement requirement = Requirement.parse(text);
        requirement.marker().holds(LINUX.environment(), Set.of("x"));
        Requirement again = Requirement.parse(requirement.toString());
        if (!again.name().equals(requirement.name()) || !again.url().equals(requirement.url())) {
            throw new IllegalStateException("another requirement comes back");
        }
    }

    private static void marker(String text) {
        Marker.parse(text).holds(LINUX.environment(), Set.of("x"));
    }

    private static void metadata(byte[] input) {
        Metadata.parse(input).requires();
    }
}
