package dev.airgap.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fuzzes one parser for a time, by Jazzer: {@code FuzzMain PARSER SECONDS}, or {@code all} and seconds for each. */
public final class FuzzMain {

    private FuzzMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> failed = new ArrayList<>();
        for (Fuzzed fuzzed : arguments[0].equals("all") ? Parsers.all() : List.of(Parsers.named(arguments[0]))) {
            if (run(fuzzed, Integer.parseInt(arguments[1])) != 0) {
                failed.add(fuzzed.name());
            }
        }
        if (!failed.isEmpty()) {
            System.err.println("Found something in " + failed + "; the inputs are in target/fuzz.");
            System.exit(1);
        }
    }

    private static int run(Fuzzed fuzzed, int seconds) throws IOException, InterruptedException {
        Path folder = Path.of("target/fuzz", fuzzed.name()).toAbsolutePath();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        List<byte[]> seeds = new ArrayList<>(fuzzed.seeds());
        seeds.addAll(Parsers.found(fuzzed));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path words = folder.resolve("words.dict");
        Files.writeString(words, dictionary(fuzzed.words()));
        System.out.println("Fuzzing " + fuzzed.name() + " for " + seconds + " s");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-Dfuzz.parser=" + fuzzed.name(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=dev.airgap.fuzz.JazzerTarget",
                        "--instrumentation_includes=dev.airgap.**",
                        "--custom_hook_excludes=**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-dict=" + words,
                        "-max_len=16384",
                        "-timeout=20",
                        "-rss_limit_mb=3000",
                        "-print_final_stats=1",
                        "-max_total_time=" + seconds,
                        corpus.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String dictionary(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            if (!word.isEmpty()) {
                text.append('"');
                for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
                    boolean plain = b > ' ' && b < 127 && b != '"' && b != '\\';
                    text.append(plain ? String.valueOf((char) b) : String.format("\\x%02x", b));
                }
                text.append("\"\n");
            }
        }
        return text.toString();
    }
}
