package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.goal.Configuration.Written;
import dev.airgap.input.Asked;
import dev.airgap.lock.Inputs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {

    private static final Identity IDENTITY = new Identity("app", "1", null, "0");

    private final ConcurrentMap<String, String> taken = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    @Test
    void twoProjectsNeverMakeOneTar() {
        check("it:one:1", IDENTITY, "demo", "a.lock", "out.tar");
        Identity other = new Identity("other", "1", null, "0");
        assertThatThrownBy(() -> check("it:two:1", other, "demo", "b.lock", "sub/../out.tar"))
                .isInstanceOf(FaultException.class)
                .hasMessageContainingAll("out.tar", "it:one:1", "it:two:1", "<output>");
    }

    @Test
    void theSameTarMayBeMadeTwice() {
        check("it:one:1 (bundle)", IDENTITY, "demo", "a.lock", "out.tar");
        assertThatCode(() -> check("it:one:1 (again)", IDENTITY, "demo", "a.lock", "out.tar"))
                .doesNotThrowAnyException();
    }

    @Test
    void oneLockServesTwoProjectsOnlyForTheSameInputs() {
        check("it:one:1", IDENTITY, "demo", "a.lock", "one.tar");
        check("it:two:1", IDENTITY, "demo", "a.lock", "two.tar");
        assertThatThrownBy(() -> check("it:three:1", IDENTITY, "more", "a.lock", "three.tar"))
                .hasMessageContainingAll("a.lock", "it:one:1", "it:three:1", "<lockFile>");
    }

    @Test
    void aTarIsNoOtherProjectsLock() {
        check("it:one:1", IDENTITY, "demo", "a.lock", "one.tar");
        assertThatThrownBy(() -> check("it:two:1", IDENTITY, "demo", "b.lock", "a.lock"))
                .hasMessageContainingAll("a.lock", "it:one:1");
    }

    @Test
    void noInputIsReplaced() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.writeString(folder.resolve("requirements.txt"), "demo");
        Files.writeString(folder.resolve("robot.json"), "{}");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        for (String path : List.of("pom.xml", "requirements.txt", "robot.json", "notes.txt", "a.lock", ".")) {
            assertThatThrownBy(() -> check("it:one:1", IDENTITY, "demo", "a.lock", path))
                    .as(path)
                    .hasMessageContainingAll("The bundle would replace", "airgap.output");
        }
        for (String path : List.of("pom.xml", "requirements.txt", ".")) {
            assertThatThrownBy(() -> check("it:one:1", IDENTITY, "demo", path, "out.tar"))
                    .as(path)
                    .hasMessageContainingAll("The lock would replace", "airgap.lockFile");
        }
    }

    @Test
    void anOldBundleIsReplaced() throws Exception {
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        Files.write(folder.resolve("old"), tar);
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/damaged.tar"), "cut off");
        check("it:one:1", IDENTITY, "demo", "a.lock", "old");
        check("it:one:1", IDENTITY, "demo", "a.lock", "target/damaged.tar");
    }

    private void check(String owner, Identity identity, String requirement, String lock, String tar) {
        Places places = new Places(
                folder,
                folder.resolve("target"),
                folder.resolve(lock).normalize(),
                folder.resolve(tar).normalize(),
                folder.resolve("store"));
        Configuration configuration = new ConfigurationSample()
                .targets(new TargetSpec("", "robot.json", "", ""))
                .requirements(new Written("requirements.txt", ""), new Written(requirement, ""))
                .indexes(List.of(new IndexSpec("pypi", "", List.of(), "", false, false)))
                .build();
        Asked asked = new Asked(
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                Map.of(),
                List.of());
        Wishes wishes =
                new Wishes(configuration, List.of(), asked, Inputs.none().with("requirements", requirement));
        new Outputs(places, folder.resolve("pom.xml"), new Claims(taken, owner)).checkBundle(wishes, identity);
    }
}
