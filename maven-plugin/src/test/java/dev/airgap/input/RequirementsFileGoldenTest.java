package dev.airgap.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgap.fault.Fault;
import dev.airgap.python.Specifiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Reads what pip itself has read, recorded by it/goldens/requirements_files.py. */
class RequirementsFileGoldenTest {

    /** Where pip drops words in silence, or has a use for what a bundle has none for, we refuse. */
    private static final Set<String> STRICTER = Set.of(
            "'flask>=1 -- x'",
            "'  flask>=1 -- x  \\n'",
            "'flask>=1 -- x  # a comment\\n'",
            "'# first\\n\\nflask>=1 -- x\\r\\nlast==1\\r\\n'",
            "a comment between a requirement and its hash: pip drops the hash",
            "'--index-url='",
            "\"--index-url ''\"",
            "two on a line: pip reads one",
            "an option behind -r: pip drops it",
            "-r behind a requirement: pip drops it",
            "a requirement behind -r: pip drops it",
            "a requirement behind an option: pip drops it",
            "an option behind a requirement: pip drops it",
            "--pre behind a requirement: pip drops it",
            "a hash alone: pip drops it",
            "a dash alone: pip drops the line",
            "two dashes: pip drops the line",
            "words behind two dashes: pip drops them");

    @TempDir
    Path folder;

    private static final class Found implements Findings {

        private final Path base;
        private final Map<String, String> environment;
        private final List<String> lines = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        Found(Path base, Map<String, String> environment) {
            this.base = base;
            this.environment = environment;
        }

        @Override
        public Map<String, String> environment() {
            return environment;
        }

        @Override
        public String show(Path path) {
            return base.relativize(path).toString();
        }

        @Override
        public void requirement(
                String text, String written, List<String> hashes, Path folder, Role role, String where) {
            lines.add(where + (role == Role.CONSTRAINT ? " constraint " : " requirement ") + text + ' ' + hashes);
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }

        @Override
        public void requiresPython(Specifiers python, String where) {
            throw new AssertionError("a requirements file says nothing of the kind");
        }

        @Override
        public void lock(NamedLock lock, String digest) {
            throw new AssertionError("no requirements file names a lock");
        }

        @Override
        public void option(String name, String value, String written, String where) {
            boolean names = name.equals("--all-releases") || name.equals("--only-final");
            for (String one : names ? value.split(",") : new String[] {value}) {
                lines.add(where + ' ' + name + ' ' + one);
            }
        }

        @Override
        public void note(String sentence, String where) {}

        @Override
        public void fault(Fault fault) {
            faults.add(fault);
        }
    }

    @TestFactory
    Stream<DynamicTest> readsAsPipDoes() throws IOException {
        JsonNode cases;
        try (InputStream in = getClass().getResourceAsStream("/goldens/requirements-files.json")) {
            cases = new ObjectMapper().readTree(in).get("cases");
        }
        assertThat(cases.size()).isGreaterThan(350);
        Set<String> unused = new HashSet<>(STRICTER);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            JsonNode one = cases.get(i);
            Path own = folder.resolve(Integer.toString(i));
            unused.remove(one.get("name").textValue());
            tests.add(DynamicTest.dynamicTest(one.get("name").textValue(), () -> check(one, own)));
        }
        assertThat(unused).as("deviations that no case shows").isEmpty();
        return tests.stream();
    }

    private static void check(JsonNode one, Path folder) throws IOException {
        for (Map.Entry<String, JsonNode> file : one.get("files").properties()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, HexFormat.of().parseHex(file.getValue().textValue()));
        }
        Map<String, String> environment = new HashMap<>();
        one.get("env")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().textValue()));
        Found found = new Found(folder, environment);
        new RequirementsFile(found).read(folder.resolve("requirements.txt"), RequirementSource.WHOLE, Role.REQUIREMENT);

        List<String> expected = new ArrayList<>();
        boolean refused = one.has("error") || STRICTER.contains(one.get("name").textValue());
        for (JsonNode line : one.path("lines")) {
            String where = line.get("where").textValue();
            if (line.path("editable").booleanValue()) {
                refused = true;
            } else if (line.has("requirement")) {
                List<String> hashes = new ArrayList<>();
                line.get("hashes").forEach(hash -> hashes.add(hash.textValue()));
                expected.add(where
                        + (line.get("constraint").booleanValue() ? " constraint " : " requirement ")
                        + line.get("requirement").textValue()
                        + ' '
                        + hashes);
            } else {
                line.get("options")
                        .properties()
                        .forEach(option -> option.getValue()
                                .forEach(value ->
                                        expected.add(where + ' ' + option.getKey() + ' ' + value.textValue())));
            }
        }
        if (refused) {
            assertThat(found.faults)
                    .as(one.get("name") + ": pip reads " + expected + ", we " + found.lines)
                    .isNotEmpty();
            assertThat(found.faults)
                    .allSatisfy(fault -> assertThat(fault.where()).matches("[\\w/. ]+\\.txt(:\\d+)?"));
        } else {
            assertThat(found.faults).as(one.get("name").textValue()).isEmpty();
            assertThat(found.lines).as(one.get("name").textValue()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
