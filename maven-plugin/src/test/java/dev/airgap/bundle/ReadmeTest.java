package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.testkit.Wheel;
import dev.airgap.testkit.WheelMaker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    @Test
    void itsLinesInstallTheBundleWithRealPip(@TempDir Path folder) throws Exception {
        Samples samples = new Samples();
        StringBuilder pins =
                new StringBuilder("--no-index\n--find-links ../wheels\n--require-hashes\n--only-binary :all:\n");
        for (Wheel wheel :
                List.of(WheelMaker.pure("Demo.App", "1.0", "demo-lib>=2"), WheelMaker.pure("demo-lib", "2.1"))) {
            samples.await("wheels/" + wheel.fileName(), wheel.bytes(), Kind.WHEEL, List.of("here"));
            pins.append(wheel.normalName()).append("==").append(wheel.version());
            pins.append(" \\\n    --hash=sha256:").append(wheel.sha256()).append('\n');
        }
        samples.text("requirements/here.txt", pins.toString(), Kind.REQUIREMENTS, List.of("here"));
        Path tar = samples.seal(folder.resolve("b.tar"));
        Path out = folder.resolve("bundle");
        assertThat(new Verifier("t", Clock.systemUTC()).verify(tar).faults()).isEmpty();
        new Unpacker("t", Clock.systemUTC()).unpack(tar, out, Samples.whole());
        String lines = Files.readString(out.resolve("README.txt"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n", "set -e\n", "\n"));
        // What a company's machine has set must not lead pip astray.
        String output = Shell.sh(
                folder,
                "export PIP_INDEX_URL=http://127.0.0.1:9/simple PIP_FIND_LINKS=http://127.0.0.1:9/ PIP_NO_BINARY=:all:\n"
                        + lines + "echo offline=$HF_HUB_OFFLINE\napp/bin/python -c 'import demo_app, demo_lib'\n");
        assertThat(output)
                .contains("Successfully installed demo-app-1.0 demo-lib-2.1")
                .contains("No broken requirements found")
                .contains("offline=1")
                .doesNotContain("127.0.0.1");
    }
}
