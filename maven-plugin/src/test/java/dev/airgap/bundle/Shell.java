package dev.airgap.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs the judges: programs that know nothing of this plugin. */
final class Shell {

    private Shell() {}

    /** Runs a program and returns what it wrote; fails where it does. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command));
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + code + ":\n" + output);
        }
        return output;
    }

    static String sh(Path folder, String script) throws IOException, InterruptedException {
        return run(folder, "sh", "-c", script);
    }
}
