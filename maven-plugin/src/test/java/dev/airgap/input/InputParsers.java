package dev.airgap.input;

import dev.airgap.fuzz.Fuzzed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Lists the parsers of this room that read what strangers wrote. */
public final class InputParsers {

    private static final String LINES =
            "\n \r\n \\\n # -r -c -e --hash=sha256: --index-url --extra-index-url --find-links --pre --no-binary --only-binary -f ${HOME} ${ :all: a.txt"
                    + " name==1 ; extra [x] @ https://u:p@h/x-1-py3-none-any.whl file:///etc/passwd \u00a0 \u2028 \" ' \u0000 -*- coding: utf-16 -*-";
    private static final String TOML =
            "[ ] [[ ]] = \" ' \"\"\" ''' { } , . # \n \\u0000 \\ project dependencies optional-dependencies dependency-groups include-group name version true 1e999 2024-01-01";

    private InputParsers() {}

    public static List<Fuzzed> all() {
        return List.of(
                Fuzzed.bytes("input.requirements", input -> file("requirements.txt", input), requirements(), LINES),
                Fuzzed.bytes("input.pyproject", input -> file("pyproject.toml", input), pyproject(), TOML),
                Fuzzed.bytes(
                        "input.pip-conf",
                        InputParsers::pipConf,
                        List.of(
                                bytes(
                                        "[global]\nindex-url = https://u:p@host/simple\nextra-index-url =\n  https://a/simple\n  https://b/simple\ncert=/x\n[install]\n; c\nno-index: 1\n")),
                        "[ ] = : \n ; # index-url extra-index-url global install cert % %%(x)s \ufeff"),
                Fuzzed.text(
                        "input.list",
                        Lists::split,
                        List.of("torch>=2,<3, uvicorn[a,b] ,a.txt", "a;extra==\"x,y\",b"),
                        ", [ ] \" ' ; >= <"),
                Fuzzed.text("input.model", ModelArgument::of, List.of("org/name@main", "name@0123"), "@ / : .. \\ org"),
                Fuzzed.text(
                        "input.option",
                        OptionWords::read,
                        List.of("--hash=sha256:ab --hash sha256:cd", "--global-option='a b'"),
                        "-- - = ' \" \\ hash"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> requirements() {
        return List.of(
                bytes(
                        "# c\n--index-url https://host/simple\nrequests[socks]>=2,<3 ; python_version > '3.7' # x\nnumpy==1.0 \\\n  --hash=sha256:"
                                + "ab".repeat(32) + "\n-c missing.txt\n"),
                bytes("-r other.txt\n-e .\n./x-1-py3-none-any.whl\na @ https://h/a-1-py3-none-any.whl#sha256="
                        + "cd".repeat(32) + "\n${HOME}\n--pre\n"),
                "\ufeffa==1\r\nb".getBytes(StandardCharsets.UTF_16LE));
    }

    private static List<byte[]> pyproject() {
        return List.of(
                bytes(
                        "[project]\nname = \"app\"\nversion = \"1\"\ndependencies = [\"a>=1\", \"b ; extra == 'x'\"]\n"
                                + "[project.optional-dependencies]\npg = [\"psycopg\", \"app[x]\"]\nx = []\n"
                                + "[dependency-groups]\ndev = [\"pytest\", {include-group = \"doc\"}]\ndoc = [\"sphinx\", {include-group = \"dev\"}]\n"));
    }

    /** Every input stands in a folder of its own, with nothing else to be read. */
    private static void file(String name, byte[] input) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = folder.resolve(name);
        try {
            Files.write(file, input);
            new RequirementReader(folder, Map.of("HOME", "/home/x"))
                    .read(
                            List.of(
                                    new Word(name, "here"),
                                    new Word(name.endsWith(".toml") ? name + "[pg]:dev" : name, "there")),
                            List.of(),
                            List.of(),
                            List.of());
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static void pipConf(byte[] input) throws IOException {
        Path file = Files.createTempFile("fuzz", ".conf");
        try {
            Files.write(file, input);
            PipConfig config =
                    PipConfig.read(Map.of("PIP_CONFIG_FILE", file.toString()), "Linux", file.resolveSibling("nobody"));
            config.indexUrl();
            config.extraIndexUrls();
        } finally {
            Files.delete(file);
        }
    }
}
