package dev.airgap.fuzz;

import dev.airgap.bundle.BundleParsers;
import dev.airgap.http.HttpParsers;
import dev.airgap.hub.HubParsers;
import dev.airgap.hub.format.FormatParsers;
import dev.airgap.hub.loader.LoaderParsers;
import dev.airgap.index.IndexParsers;
import dev.airgap.input.InputParsers;
import dev.airgap.lock.LockParsers;
import dev.airgap.python.PythonParsers;
import dev.airgap.store.StoreParsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists every parser of what strangers wrote, room by room, each with its seeds and what was once found. */
final class Parsers {

    /** Inputs that once made a parser fail, in a folder by its name. */
    private static final Path FOUND = Path.of("src/test/resources/fuzz");

    private Parsers() {}

    static List<Fuzzed> all() throws IOException {
        List<Fuzzed> all = new ArrayList<>();
        all.addAll(PythonParsers.all());
        all.addAll(IndexParsers.all());
        all.addAll(InputParsers.all());
        all.addAll(LockParsers.all());
        all.addAll(HubParsers.all());
        all.addAll(FormatParsers.all());
        all.addAll(LoaderParsers.all());
        all.addAll(BundleParsers.all());
        all.addAll(StoreParsers.all());
        all.addAll(HttpParsers.all());
        return all;
    }

    static Fuzzed named(String name) throws IOException {
        return all().stream()
                .filter(fuzzed -> fuzzed.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no parser " + name));
    }

    static List<byte[]> found(Fuzzed fuzzed) {
        Path folder = FOUND.resolve(fuzzed.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<byte[]> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder).sorted()) {
            for (Path file : files.toList()) {
                found.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
