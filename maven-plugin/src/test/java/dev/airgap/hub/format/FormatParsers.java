package dev.airgap.hub.format;

import dev.airgap.fuzz.Fuzzed;
import dev.airgap.hub.WeightFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists the parsers of this room that read what strangers wrote; its seeds are the goldens of it/judges/weights.py. */
public final class FormatParsers {

    private static final Path SEEDS = Path.of("src/test/resources/weights");

    private interface Reader {
        void read(Path file) throws IOException;
    }

    private FormatParsers() {}

    public static List<Fuzzed> all() throws IOException {
        return List.of(
                fuzzed(
                        "format.safetensors",
                        ".safetensors",
                        file -> WeightHeaders.read(file, WeightFormat.SAFETENSORS),
                        "{ } [ ] , : \" \"dtype\":\"F32\" \"shape\":[ \"data_offsets\":[0,4] \"__metadata__\":{ -1 1e9 9223372036854775807 \0\0\0\0 \u0001"),
                fuzzed(
                        "format.gguf",
                        ".gguf",
                        file -> WeightHeaders.read(file, WeightFormat.GGUF),
                        "GGUF general.alignment general.architecture general.file_type \0\0\0\0\0\0\0 \u0001\0\0\0 \t\0\0\0 \b\0\0\0"),
                fuzzed(
                        "format.onnx",
                        ".onnx",
                        file -> WeightHeaders.read(file, WeightFormat.ONNX),
                        "location offset length ../ \b\u0001 : * 2 \n \0 \u007f"),
                fuzzed(
                        "format.kind",
                        "",
                        WeightHeaders::read,
                        "PK\u0001\u0002 PK\u0003\u0004 PK\u0005\u0006 PK\u0006\u0006 data.pkl .npy NUMPY cos\nsystem\n ( R . c S 'x'\n {'descr': '|O' GGUF TFL3 ustar"),
                fuzzed(
                        "format.shards",
                        ".json",
                        WeightHeaders::shards,
                        "{ } [ ] , : \" \"weight_map\":{ \"metadata\":{ \"total_size\": ../ \\ \\u0000 \\ud800 -1 1e999"));
    }

    private static Fuzzed fuzzed(String name, String ending, Reader reader, String words) throws IOException {
        return Fuzzed.bytes(name, input -> read(input, reader), seeds(ending), words);
    }

    /** Gives the goldens whose names have an ending. */
    static List<byte[]> seeds(String ending) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(SEEDS).sorted()) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    private static void read(byte[] input, Reader reader) {
        try {
            Path file = Files.createTempFile("fuzz", ".weights");
            try {
                Files.write(file, input);
                reader.read(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
