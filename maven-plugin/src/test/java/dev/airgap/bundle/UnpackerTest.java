package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final Samples samples = Samples.usual();
    private final Unpacker unpacker = new Unpacker("test 1", CLOCK);

    @TempDir
    Path folder;

    private Path tar;
    private Path out;

    @BeforeEach
    void seal() throws IOException {
        tar = samples.seal(folder.resolve("b.tar"));
        out = folder.resolve("context").resolve("bundle");
    }

    @Test
    void theWholeBundleIsLaidOut() throws Exception {
        Report report = unpacker.unpack(tar, out, Samples.whole());
        for (Map.Entry<String, byte[]> content : samples.contents.entrySet()) {
            assertThat(out.resolve(content.getKey())).hasBinaryContent(content.getValue());
        }
        assertThat(Shell.sh(out, "sha256sum -c SHA256SUMS").lines()).hasSize(14);
        assertThat(report.isIntact()).isTrue();
        assertThat(report.identity().digest()).isEqualTo(samples.plan().digest());
        assertThat(report.checks()).hasSize(8).allMatch(check -> check.verdict() == Report.Verdict.PASSED);
        assertThat(new Verifier("test 1", CLOCK).verify(out).isIntact()).isTrue();
        assertThat(hidden(out.getParent())).isEmpty();
    }

    @Test
    void itIsWhatGnuTarLaysOut() throws Exception {
        unpacker.unpack(tar, out, Samples.whole());
        Files.createDirectory(folder.resolve("gnu"));
        Shell.run(folder, "tar", "-xf", "b.tar", "-C", "gnu");
        Shell.run(folder, "diff", "-r", "gnu", "context/bundle");
    }

    @Test
    void modesAndTimesAreTheSameUnderEveryUmask() throws Exception {
        unpacker.unpack(tar, out, Samples.whole());
        try (Stream<Path> all = Files.walk(out)) {
            assertThat(all).hasSizeGreaterThan(25).allSatisfy(path -> {
                assertThat(Files.getLastModifiedTime(path).toInstant()).isEqualTo(BundleTimestamp.DEFAULT);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
            });
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Shell.sh(
                folder,
                "umask 077; TZ=Pacific/Kiritimati " + java + " -Duser.language=ar -cp '"
                        + System.getProperty("java.class.path") + "' " + UnpackMain.class.getName()
                        + " b.tar other/bundle");
        String pack = "tar --sort=name --numeric-owner -cf - bundle | sha256sum";
        assertThat(Shell.sh(folder.resolve("other"), pack)).isEqualTo(Shell.sh(out.getParent(), pack));
    }

    @Test
    void oneTargetsPartIsABundleToo() throws Exception {
        Report report = unpacker.unpack(tar, out, Optional.of(Samples.ARM));
        assertThat(report.isIntact()).isTrue();
        assertThat(out.resolve(Samples.OWN_ARM)).exists();
        assertThat(out.resolve(Samples.SHARED)).exists();
        assertThat(out.resolve(Samples.OWN_AMD)).doesNotExist();
        assertThat(out.resolve("requirements")).isDirectoryNotContaining("glob:**" + Samples.AMD + "*");
        assertThat(out.resolve("pylock." + Samples.AMD + ".toml")).doesNotExist();
        assertThat(out.resolve("pylock." + Samples.ARM + ".toml")).exists();
        assertThat(out.resolve(Samples.MODEL + "model.safetensors")).exists();
        Shell.sh(out, "sha256sum -c SHA256SUMS");
        Report verified = new Verifier("test 1", CLOCK).verify(out);
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.identity().partOf()).isEqualTo(samples.plan().digest());
        assertThat(verified.identity().digest()).isNotEqualTo(samples.plan().digest());
        assertThat(verified.identity().targets()).containsExactly(Samples.ARM);
        // What is told is what was laid out, not the whole.
        assertThat(report.identity()).isEqualTo(verified.identity());
        assertThat(report.identity().bytes())
                .isLessThan(unpacker.unpack(tar, folder.resolve("whole"), Samples.whole())
                                .identity()
                                .bytes()
                        - 70_000);
    }

    @Test
    void aTargetThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> unpacker.unpack(tar, out, Optional.of("cp312-win_amd64")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("asked for: cp312-win_amd64")
                .hasMessageContaining("there: " + Samples.ARM + ", " + Samples.AMD);
        assertThat(out).doesNotExist();
    }

    @Test
    void anUnpackedBundleIsReplacedWhole() throws Exception {
        unpacker.unpack(tar, out, Samples.whole());
        unpacker.unpack(tar, out, Optional.of(Samples.AMD));
        assertThat(out.resolve(Samples.OWN_ARM)).doesNotExist();
        assertThat(new Verifier("test 1", CLOCK).verify(out).isIntact()).isTrue();
    }

    @Test
    void anEmptyFolderIsFilledAndALinkedOneFollowed() throws Exception {
        Files.createDirectories(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        unpacker.unpack(tar, folder.resolve("link"), Samples.whole());
        assertThat(folder.resolve("link")).isSymbolicLink();
        assertThat(folder.resolve("real").resolve("airgap.json")).exists();
    }

    @Test
    void aLinkThatLeadsNowhereIsASentence() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("gone"));
        assertThatThrownBy(() -> unpacker.unpack(tar, link, Samples.whole()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("a link that leads nowhere")
                .hasMessageContaining("it leads to gone");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void whatNoBundleLaidThereIsNeverTouched() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> unpacker.unpack(tar, out, Samples.whole()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("thesis.txt");
        assertThat(out).isDirectoryContaining("glob:**/thesis.txt").isDirectoryNotContaining("glob:**/airgap.json");
        Files.delete(out.resolve("thesis.txt"));
        unpacker.unpack(tar, out, Samples.whole());
        Files.writeString(out.resolve("Dockerfile"), "FROM scratch");
        assertThatThrownBy(() -> unpacker.unpack(tar, out, Samples.whole())).hasMessageContaining("Dockerfile");
        assertThat(out.resolve("Dockerfile")).hasContent("FROM scratch");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> unpacker.unpack(tar, file, Samples.whole())).hasMessageContaining("no folder");
        assertThat(file).hasContent("x");
    }

    @Test
    void filesOfOthersBelowTheBundlesOwnFoldersAreNamedAndStay() throws Exception {
        unpacker.unpack(tar, out, Samples.whole());
        List<String> theirs = List.of(
                "models/hub/version.txt",
                "wheels/patched-1.0-py3-none-any.whl",
                "files/a",
                "files/b",
                "files/c",
                "files/nltk_data/\u001B[31mred");
        for (String path : theirs) {
            Files.writeString(out.resolve(path), "mine");
        }
        Files.createSymbolicLink(out.resolve("wheels/link"), folder);
        assertThatThrownBy(() -> unpacker.unpack(tar, out, Samples.whole()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("no bundle laid there")
                .hasMessageContaining("wheels/link is a symbolic link")
                .hasMessageContaining("files/a")
                .hasMessageContaining("and 2 more")
                .hasMessageContaining("Move your files out of it")
                .hasMessageNotContaining("\u001B");
        for (String path : theirs) {
            assertThat(out.resolve(path)).hasContent("mine");
        }
        assertThat(hidden(out.getParent())).isEmpty();
    }

    @Test
    void aFileThatWasEditedSinceStays() throws Exception {
        unpacker.unpack(tar, out, Samples.whole());
        for (String path : List.of("airgap.env", "SHA256SUMS", "airgap.json")) {
            Path file = out.resolve(path);
            byte[] sound = Files.readAllBytes(file);
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
            assertThatThrownBy(() -> unpacker.unpack(tar, out, Samples.whole()))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("changed since")
                    .hasMessageContaining(path.equals("airgap.json") ? "SHA256SUMS" : path);
            assertThat(Files.size(file)).isEqualTo(sound.length + 1);
            Files.write(file, sound);
        }
        // A copy has other times, but is the bundle's all the same.
        unpacker.unpack(tar, out, Optional.of(Samples.ARM));
        assertThat(new Verifier("test 1", CLOCK).verify(out).isIntact()).isTrue();
    }

    @Test
    void anOlderBundleGoesWhole() throws Exception {
        Samples older = Samples.usual();
        older.await("wheels/stale-0.1-py3-none-any.whl", 10, Kind.WHEEL, List.of(Samples.AMD));
        older.require(Samples.ARM + "-2", Samples.SHARED);
        Files.delete(tar);
        older.seal(older.plan("0.9", Instant.EPOCH), folder.resolve("old.tar"));
        unpackUnchecked(folder.resolve("old.tar"), out);
        assertThat(out.resolve("wheels/stale-0.1-py3-none-any.whl")).exists();
        unpacker.unpack(samples.seal(tar), out, Samples.whole());
        assertThat(out.resolve("wheels/stale-0.1-py3-none-any.whl")).doesNotExist();
        assertThat(new Verifier("test 1", CLOCK).verify(out).isIntact()).isTrue();
    }

    /** The older bundle's wheel is pinned by nothing, which is no matter here: tar lays it out. */
    private static void unpackUnchecked(Path tar, Path out) throws Exception {
        Files.createDirectories(out);
        Shell.run(out, "tar", "-xf", tar.toString());
    }

    @Test
    void aRunKilledBetweenTheTwoMovesLeavesTheOldOneForTheNext() throws Exception {
        unpacker.unpack(tar, out, Samples.whole());
        Files.writeString(out.resolve("files/mine"), "mine");
        Path left = Files.createDirectories(out.resolveSibling(".bundle.77.part.d"));
        Files.createFile(out.resolveSibling(".bundle.77.part"));
        Files.createDirectory(left.resolve("new"));
        Files.move(out, left.resolve("old"));
        assertThatThrownBy(() -> unpacker.unpack(tar, out, Samples.whole())).hasMessageContaining("files/mine");
        assertThat(out.resolve("files/mine")).hasContent("mine");
        assertThat(hidden(out.getParent())).isEmpty();
        // Where somebody has put another in its place meanwhile, it is left where it is.
        Files.createFile(out.resolveSibling(".bundle.77.part"));
        Files.createDirectories(left.resolve("new"));
        Files.move(out, left.resolve("old"));
        unpacker.unpack(tar, folder.resolve("elsewhere"), Samples.whole());
        Files.move(folder.resolve("elsewhere"), out);
        unpacker.unpack(tar, out, Samples.whole());
        assertThat(left.resolve("old/files/mine")).hasContent("mine");
    }

    @Test
    void aDamagedTarLeavesTheOldFolderAsItWas() throws Exception {
        unpacker.unpack(tar, out, Samples.whole());
        byte[] wrong = samples.contents.get(Samples.SHARED).clone();
        wrong[5]++;
        Path damaged = Tars.of(samples).replace(Samples.SHARED, wrong).write(folder.resolve("damaged.tar"));
        assertThatThrownBy(() -> unpacker.unpack(damaged, out, Samples.whole()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(Samples.SHARED)
                .hasMessageContaining("actual: " + Sha256.of(wrong));
        assertThat(new Verifier("test 1", CLOCK).verify(out).isIntact()).isTrue();
        assertThat(hidden(out.getParent())).isEmpty();
    }

    @Test
    void leftoversOfAKilledRunGo() throws Exception {
        Path left =
                Files.createDirectories(out.resolveSibling(".bundle.77.part.d").resolve("new"));
        Files.writeString(left.resolve("half"), "x");
        Files.createFile(out.resolveSibling(".bundle.77.part"));
        unpacker.unpack(tar, out, Samples.whole());
        assertThat(hidden(out.getParent())).isEmpty();
    }

    @Test
    void aBundlePackedAgainByGnuTarIsTaken() throws Exception {
        unpacker.unpack(tar, out, Samples.whole());
        Shell.sh(out, "tar --format=gnu -cf ../again.tar *");
        unpacker.unpack(out.resolveSibling("again.tar"), folder.resolve("second"), Samples.whole());
        Shell.sh(out, "tar --format=posix -cf ../posix.tar *");
        unpacker.unpack(out.resolveSibling("posix.tar"), folder.resolve("third"), Samples.whole());
        assertThat(Files.exists(folder.resolve("third/airgap.json"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void aMissingTarIsASentence() {
        assertThatThrownBy(() -> unpacker.unpack(folder, out, Samples.whole()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("no such tar");
    }

    private static List<String> hidden(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }
}
