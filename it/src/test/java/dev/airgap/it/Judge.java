package dev.airgap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs Python's own tools, installed from their index, as those who decide whether a bundle is right. */
public final class Judge {
    private final Path tools;

    private Judge(Path tools) {
        this.tools = tools;
    }

    /**
     * Installs the tools where they aren't there yet; needs python3 and an index.
     *
     * @param scripts the folder that holds install.py
     * @param tools where they go
     */
    public static synchronized Judge in(String scripts, String tools) {
        Judge judge = new Judge(Path.of(tools));
        judge.start(Path.of(scripts), null, "python3", "install.py", tools);
        return judge;
    }

    /** Names this machine's interpreter and platform as a target. */
    public String hostTarget() {
        return start(
                        tools,
                        Map.of(),
                        "python3",
                        "-c",
                        "import sys, platform as p; m = p.machine();"
                                + "v = 'cp%d%d-' % sys.version_info[:2];"
                                + "print(v + ('macosx_11_0_' + m if sys.platform == 'darwin' else 'manylinux_2_17_' + m))")
                .strip();
    }

    /** Runs a command in a folder with the tools on Python's path and no network, and gives what it said. */
    public String run(Path folder, Map<String, String> environment, String... command) {
        return start(folder, environment, command);
    }

    public String run(Path folder, String... command) {
        return start(folder, Map.of(), command);
    }

    private String start(Path folder, Map<String, String> environment, String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        if (environment != null) {
            Map<String, String> all = builder.environment();
            all.keySet().removeIf(name -> name.startsWith("PIP_") || name.startsWith("UV_") || name.startsWith("HF_"));
            all.put("PIP_CONFIG_FILE", "/dev/null");
            all.put("PYTHONPATH", tools.toString());
            all.put("PYTHONDONTWRITEBYTECODE", "1");
            all.put("PATH", tools.resolve("bin") + ":" + all.get("PATH"));
            for (String name : new String[] {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"}) {
                all.put(name, "http://127.0.0.1:9");
            }
            all.putAll(environment);
        }
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as(String.join(" ", command) + ":\n" + said)
                    .isZero();
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
