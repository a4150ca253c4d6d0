package dev.airgap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read again, and other parsers read the same. */
class LockRoundTripTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        for (int seed = 0; seed < 2000; seed++) {
            Lock lock = SampleLocks.random(new Random(seed));
            String text = LockFile.text(lock);
            assertThat(LockReader.read(text, "airgap.lock"))
                    .as("seed %d\n%s", seed, text)
                    .isEqualTo(lock);
            assertThat(LockReader.read(text.replace("\n", "\r\n"), "airgap.lock"))
                    .isEqualTo(lock);
        }
    }

    @Test
    void jacksonReadsTheSame() throws IOException {
        TomlMapper mapper = new TomlMapper();
        for (int seed = 0; seed < 500; seed++) {
            String text = LockFile.text(SampleLocks.random(new Random(seed)));
            assertThat(mapper.readTree(text)).as("seed %d\n%s", seed, text).isEqualTo(tree(TomlReader.read(text)));
        }
    }

    @Test
    void theSameContentGivesTheSameBytesWhateverItsOrder() {
        Lock lock = SampleLocks.readable();
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Lock other = new Lock(
                    lock.inputs(),
                    shuffled(lock.targets(), random),
                    shuffled(lock.packages(), random),
                    shuffled(lock.models(), random),
                    shuffled(lock.files(), random));
            assertThat(LockFile.text(other)).isEqualTo(LockFile.text(lock));
        }
    }

    @Test
    void theLayoutIsTheOneThatWasPromised() throws IOException {
        // Also the input of it/judges/pylock.py and it/goldens/toml.py.
        String golden = new String(
                getClass().getResourceAsStream("/lock/readable.lock").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(LockFile.text(SampleLocks.readable())).isEqualTo(golden);
    }

    @Test
    void aVersionBumpIsADiffOfAFewLines() {
        Lock lock = SampleLocks.readable();
        List<LockedPackage> packages = new ArrayList<>(lock.packages());
        packages.removeIf(one -> one.name().equals("typing-extensions"));
        packages.add(new LockedPackage(
                "typing-extensions",
                "4.13.0",
                "pypi",
                List.of(),
                List.of(SampleLocks.wheel(
                        "typing_extensions-4.13.0-py3-none-any.whl", 40000, 99, SampleLocks.AMD, SampleLocks.ARM)),
                new java.util.TreeMap<>()));
        Lock bumped = new Lock(lock.inputs(), lock.targets(), packages, lock.models(), lock.files());
        Set<String> before = new HashSet<>(Arrays.asList(LockFile.text(lock).split("\n")));
        List<String> changed = Arrays.stream(LockFile.text(bumped).split("\n"))
                .filter(line -> !before.contains(line))
                .toList();
        assertThat(changed).hasSize(2);
    }

    @Test
    void aFileThatSaysTheSameIsLeftAlone() throws IOException {
        Path file = folder.resolve("new/airgap.lock");
        assertThat(LockFile.read(file)).isEmpty();
        assertThat(LockFile.write(file, SampleLocks.readable())).isTrue();
        assertThat(LockFile.write(file, SampleLocks.readable())).isFalse();
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(LockFile.write(file, SampleLocks.readable())).isFalse();
        assertThat(LockFile.read(file)).contains(SampleLocks.readable());
        assertThat(LockFile.write(file, SampleLocks.random(new Random(1)))).isTrue();
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkedFileIsWrittenWhereItLies() throws IOException {
        Path real = Files.createDirectories(folder.resolve("shared")).resolve("real.lock");
        Path link = Files.createSymbolicLink(folder.resolve("airgap.lock"), Path.of("shared", "real.lock"));
        for (int i = 0; i < 2; i++) {
            assertThat(LockFile.write(link, SampleLocks.readable())).isEqualTo(i == 0);
            assertThat(link).isSymbolicLink();
            assertThat(real).isRegularFile();
        }
    }

    @Test
    void commentsOnTopAreTheUsersAndStay() throws IOException {
        Path file = folder.resolve("airgap.lock");
        Lock lock = SampleLocks.readable();
        String licence = "# Copyright: someone.\n".repeat(40) + "\n#\t" + "long ".repeat(2000) + "\n\n";
        Files.writeString(file, licence + LockFile.text(lock));
        assertThat(LockHeader.read(file))
                .hasValueSatisfying(
                        header -> assertThat(header.isCurrent(lock.inputs())).isTrue());
        assertThat(LockFile.write(file, lock)).isFalse();
        Lock other = SampleLocks.random(new Random(1));
        assertThat(LockFile.write(file, other)).isTrue();
        assertThat(file).hasContent(licence + LockFile.text(other));
        assertThat(LockFile.write(file, other)).isFalse();
        // A formatter's spaces and quotes, and a remark behind a value.
        Files.writeString(
                file,
                "\uFEFF" + Files.readString(file).replace("1\n", "1 # format\n").replace(" = \"", "='"));
        Files.writeString(file, Files.readString(file).replaceFirst("(sha256:[0-9a-f]{64})\"", "$1'"));
        assertThat(LockHeader.read(file)).isPresent();
        Files.writeString(file, licence + "\n<<<<<<< ours\n" + LockFile.text(lock));
        assertThat(LockHeader.read(file)).isEmpty();
    }

    @Test
    void theHeaderAloneTellsTheInputs() throws IOException {
        Path file = folder.resolve("airgap.lock");
        assertThat(LockHeader.read(file)).isEmpty();
        for (int seed = 0; seed < 50; seed++) {
            Lock lock = SampleLocks.random(new Random(seed));
            LockFile.write(file, lock);
            assertThat(LockHeader.read(file)).hasValueSatisfying(header -> {
                assertThat(header.isCurrent(lock.inputs())).isTrue();
                assertThat(header.isCurrent(lock.inputs().with("more", "1"))).isFalse();
            });
        }
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\n", "\r\n"));
        assertThat(LockHeader.read(file)).isPresent();
        Files.writeString(file, text.replace("version = 1\n", "version = 2\n"));
        assertThat(LockHeader.read(file)).isEmpty();
        Files.writeString(file, "<<<<<<< HEAD\n" + text.replaceFirst("sha256:....", "sha256:"));
        assertThat(LockHeader.read(file)).isEmpty();
        Files.writeString(file, "");
        assertThat(LockHeader.read(file)).isEmpty();
    }

    static JsonNode tree(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof TomlTable table) {
            ObjectNode node = nodes.objectNode();
            table.entries.forEach((key, entry) -> node.set(key, tree(entry.value())));
            return node;
        } else if (value instanceof List<?> list) {
            return nodes.arrayNode()
                    .addAll(list.stream()
                            .map(entry -> tree(((TomlValue) entry).value()))
                            .toList());
        } else if (value instanceof Long number) {
            // Jackson takes the narrowest type.
            return number == number.intValue() ? nodes.numberNode(number.intValue()) : nodes.numberNode(number);
        } else if (value instanceof Boolean truth) {
            return nodes.booleanNode(truth);
        }
        return nodes.textNode((String) value);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
