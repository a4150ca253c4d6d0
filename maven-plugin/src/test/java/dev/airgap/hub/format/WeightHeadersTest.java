package dev.airgap.hub.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.WeightFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Reads what the formats' own libraries wrote, and says what they say of it, recorded by it/judges/weights.py. */
class WeightHeadersTest {

    private static final Path WEIGHTS = Path.of("src/test/resources/weights");

    /** So generous that no slow machine meets it. */
    private static final Duration HANGS = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> saysWhatTheLibrariesSay() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(WEIGHTS.resolve("expected.json").toFile());
        return expected.properties().stream()
                .map(one -> dynamicTest(one.getKey(), () -> compare(WEIGHTS.resolve(one.getKey()), one.getValue())));
    }

    private static void compare(Path file, JsonNode expected) throws IOException {
        if (expected.has("refused")) {
            String told = assertThrows(FaultException.class, () -> WeightHeaders.read(file, named(file)))
                    .getMessage();
            assertTrue(told.contains(expected.get("refused").asText()), told);
            return;
        }
        WeightHeader header = WeightHeaders.read(file);
        String format = expected.get("format").isNull()
                ? "unknown"
                : expected.get("format").asText();
        assertEquals(format, header.kind().shown(), header.kind().why());
        assertEquals(
                expected.get("runsCode").asBoolean(),
                header.kind().runsCode(),
                header.kind().why());
        if (expected.has("parameters")) {
            assertEquals(expected.get("parameters").asLong(), header.parameters());
            SortedMap<String, Long> dtypes = new TreeMap<>();
            expected.get("dtypes")
                    .properties()
                    .forEach(one -> dtypes.put(one.getKey(), one.getValue().asLong()));
            assertEquals(dtypes, header.dtypes());
            SortedMap<String, String> facts = new TreeMap<>();
            expected.get("facts")
                    .properties()
                    .forEach(one -> facts.put(one.getKey(), one.getValue().asText()));
            assertEquals(facts, header.facts());
        }
        SortedMap<String, Long> external = new TreeMap<>();
        expected.path("external")
                .properties()
                .forEach(one -> external.put(one.getKey(), one.getValue().asLong()));
        SortedMap<String, Long> read = new TreeMap<>();
        header.external().forEach(one -> read.put(one.location(), one.needed()));
        assertEquals(external, read);
    }

    private static WeightFormat named(Path file) {
        String name = file.toString();
        return WeightFormat.valueOf(name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    }

    @Test
    void refusesAPickleUnderTheNameOfData() throws IOException {
        for (String name : new String[] {
            "disguised.safetensors",
            "disguised.onnx",
            "disguised.gguf",
            "disguised-torch.safetensors",
            "disguised-old.onnx"
        }) {
            Path file = WEIGHTS.resolve(name);
            String told = assertThrows(FaultException.class, () -> WeightHeaders.read(file, named(file)))
                    .getMessage();
            assertTrue(told.contains("by its content: pickle"), told);
            assertThrows(FaultException.class, () -> WeightHeaders.read(file, WeightFormat.OPENVINO), name);
        }
    }

    @Test
    void refusesAnotherFormatThanTheNamePromises() {
        Path file = WEIGHTS.resolve("plain.onnx");
        String told = assertThrows(FaultException.class, () -> WeightHeaders.read(file, WeightFormat.SAFETENSORS))
                .getMessage();
        assertTrue(told.contains("by its name: safetensors") && told.contains("by its content: onnx"), told);
    }

    /** A file can be whole as safetensors and as a pickle at once; its loader decides. */
    @Test
    void trustsNoContentUnderTheNameOfAPickle() throws IOException {
        WeightHeader header = WeightHeaders.read(WEIGHTS.resolve("plain.safetensors"), WeightFormat.PICKLE);
        assertEquals(WeightFormat.SAFETENSORS, header.kind().format());
        assertTrue(header.kind().runsCode(), header.kind().why());
    }

    @Test
    void findsACallBehindPadding() throws IOException {
        String call = "cposix\nsystem\n(S'x'\ntR.";
        for (String padding : new String[] {
            "", "N0".repeat(60_000), "S'" + "x".repeat(3_000_000) + "'\n0", "(i" + "a".repeat(2_000) + "\nb\n"
        }) {
            Path file = Files.writeString(folder.resolve("padded.bin"), padding + call);
            WeightKind kind = WeightHeaders.kind(file);
            assertEquals(WeightFormat.PICKLE, kind.format());
            assertTrue(kind.runsCode(), kind.why());
        }
    }

    @Test
    void refusesWhatIsNoFile() {
        String told = assertThrows(FaultException.class, () -> WeightHeaders.kind(folder))
                .getMessage();
        assertTrue(told.contains("no regular file"), told);
    }

    @Test
    void readsWhichShardsAnIndexNames() throws IOException {
        ShardIndex index = WeightHeaders.shards(WEIGHTS.resolve("model.safetensors.index.json"));
        assertEquals(Set.of("m-00001-of-00002.safetensors", "m-00002-of-00002.safetensors"), index.shards());
        assertEquals(3, index.tensors());
        assertEquals(24, index.bytes());
    }

    @Test
    void refusesAnIndexThatLeadsOutOfItsFolder() throws IOException {
        for (String shard : new String[] {"../a", "/a", "a\\\\b", "a/../../b", ""}) {
            Path file = Files.writeString(folder.resolve("index.json"), "{\"weight_map\":{\"t\":\"" + shard + "\"}}");
            String told = assertThrows(FaultException.class, () -> WeightHeaders.shards(file))
                    .getMessage();
            assertTrue(told.contains("it names the file"), told);
        }
    }

    @Test
    void readsTheHeaderOfAFileOfTenGigabytes() throws IOException {
        long data = 10_000_000_000L;
        byte[] header = ("{\"a\":{\"dtype\":\"F16\",\"shape\":[50000,100000],\"data_offsets\":[0," + data + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        Path path = folder.resolve("large.safetensors");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(length(header.length));
            file.write(header);
            file.setLength(8 + header.length + data);
        }
        assertEquals(5_000_000_000L, WeightHeaders.read(path).parameters());
    }

    @Test
    void readsTheLargestHeaderInTime() throws IOException {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; json.length() < 5_000_000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("\"t")
                    .append(i)
                    .append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        byte[] header = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("many.safetensors");
        Files.write(file, length(header.length));
        Files.write(file, header, StandardOpenOption.APPEND);
        WeightHeader read = assertTimeoutPreemptively(HANGS, () -> WeightHeaders.read(file));
        assertEquals(0, read.parameters());
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
    }

    /** Damages headers in the first bytes, the ends and between; what is thrown else than a fault fails the test. */
    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        Map<String, WeightFormat> formats = Map.of(
                ".safetensors", WeightFormat.SAFETENSORS,
                ".gguf", WeightFormat.GGUF,
                ".onnx", WeightFormat.ONNX,
                ".npz", WeightFormat.PICKLE,
                ".pt", WeightFormat.PICKLE,
                ".bin", WeightFormat.PICKLE);
        int[] refused = {0};
        Path file = folder.resolve("damaged");
        assertTimeoutPreemptively(HANGS, () -> {
            for (Map.Entry<String, WeightFormat> format : new TreeMap<>(formats).entrySet()) {
                for (byte[] seed : FormatParsers.seeds(format.getKey())) {
                    Random random = new Random(seed.length);
                    for (int i = 0; i < 100; i++) {
                        Files.write(file, damaged(seed, random));
                        refused[0] += refuses(file, format.getValue());
                    }
                }
            }
        });
        assertTrue(refused[0] > 1_000, "of the damaged files no more than " + refused[0] + " were refused");
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length + 1)) : seed.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 64) : bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (random.nextBoolean() ? 0xff : 0);
        }
        return bytes;
    }

    private static int refuses(Path file, WeightFormat named) throws IOException {
        try {
            WeightHeaders.read(file, named);
            return 0;
        } catch (FaultException fault) {
            assertTrue(fault.getMessage().contains("damaged"), fault.getMessage());
            return 1;
        }
    }
}
