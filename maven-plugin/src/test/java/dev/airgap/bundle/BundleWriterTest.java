package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {

    private final Samples samples = Samples.usual();

    @TempDir
    Path folder;

    @Test
    void gnuTarListsWhatTheContractSays() throws Exception {
        samples.seal(folder.resolve("b.tar"));
        String list = Shell.run(folder, "tar", "--utc", "--numeric-owner", "-tvf", "b.tar");
        List<String> names = new ArrayList<>();
        for (String line : list.lines().toList()) {
            names.add(line.substring(line.lastIndexOf(' ') + 1));
            assertThat(line)
                    .contains(" 0/0 ")
                    .contains("1980-02-01 00:00")
                    .startsWith(line.endsWith("/") ? "drwxr-xr-x" : "-rw-r--r--");
        }
        assertThat(names).isSortedAccordingTo(PathOrder.BYTES).contains("wheels/", Samples.SHARED);
        assertThat(Files.size(folder.resolve("b.tar"))).isEqualTo(samples.plan().size());
    }

    @Test
    void gnuTarExtractsAndSha256sumAgrees() throws Exception {
        samples.seal(folder.resolve("b.tar"));
        Files.createDirectory(folder.resolve("out"));
        Shell.run(folder, "tar", "-xf", "b.tar", "-C", "out");
        assertThat(Shell.sh(folder.resolve("out"), "sha256sum -c SHA256SUMS")).contains("airgap.json: OK");
        for (Map.Entry<String, byte[]> content : samples.contents.entrySet()) {
            assertThat(folder.resolve("out").resolve(content.getKey())).hasBinaryContent(content.getValue());
        }
    }

    @Test
    void pythonsTarfileFindsPlainUstarWithoutOwners() throws Exception {
        samples.seal(folder.resolve("b.tar"));
        String script = """
                import sys, tarfile
                with tarfile.open(sys.argv[1], 'r:') as t:
                    for m in t:
                        assert (m.uid, m.gid, m.uname, m.gname, m.mtime) == (0, 0, '', '', 318211200), m.get_info()
                        assert m.mode == (0o755 if m.isdir() else 0o644) and (m.isdir() or m.isreg())
                        assert not m.pax_headers, m.pax_headers
                        print(m.name)
                """;
        String names = Shell.run(folder, "python3", "-c", script, "b.tar");
        assertThat(names.lines())
                .contains(Samples.MODEL + "1_Pooling/empty.txt")
                .hasSize(15 + 11);
    }

    @Test
    void longAndForeignNamesSurviveEveryJudge() throws Exception {
        List<String> paths = List.of(
                "files/" + "l".repeat(99),
                "files/" + "d".repeat(90) + "/" + "e".repeat(90) + "/" + "n".repeat(100),
                "files/" + "n".repeat(101) + "/x",
                "files/" + "long".repeat(60),
                "files/größe/日本語.txt",
                "files/" + "ä".repeat(60) + "/" + "ö".repeat(100),
                "files/😀".repeat(30),
                "files/two  blanks and one/ before",
                "files/-n",
                "files/'quoted' $HOME `id` #!&;");
        Samples odd = new Samples();
        for (String path : paths) {
            odd.await(path, 700, Kind.FILE, List.of());
        }
        odd.seal(folder.resolve("b.tar"));
        assertThat(Shell.run(folder, "tar", "--quoting-style=literal", "-tf", "b.tar")
                        .lines())
                .containsAll(paths);
        String script = "import sys, tarfile\nprint('\\n'.join(tarfile.open(sys.argv[1], 'r:').getnames()))";
        assertThat(Shell.run(folder, "python3", "-X", "utf8", "-c", script, "b.tar")
                        .lines())
                .containsAll(paths);
        try (TarView view = TarView.open(folder.resolve("b.tar"))) {
            assertThat(view.faults()).isEmpty();
            assertThat(view.files().keySet()).containsAll(paths);
        }
        Files.createDirectory(folder.resolve("out"));
        Shell.run(folder, "tar", "-xf", "b.tar", "-C", "out");
        Shell.sh(folder.resolve("out"), "sha256sum -c --quiet --strict SHA256SUMS");
        // No locale is needed, and no line is escaped: names that sha256sum would escape cannot stand in a bundle.
        Shell.sh(
                folder,
                "export LC_ALL=C; mkdir c && tar -xf b.tar -C c && cd c && sha256sum -c --quiet --strict SHA256SUMS"
                        + " && find . -type f ! -name SHA256SUMS -printf '%P\\0' | sort -z | xargs -0 sha256sum -- > ../mine"
                        + " && cmp ../mine SHA256SUMS");
    }

    @Test
    void contentsInAnyOrderFromManyThreadsGiveTheSameBytes() throws Exception {
        samples.seal(folder.resolve("a.tar"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (BundleWriter writer = BundleWriter.open(samples.plan(), folder.resolve("b.tar"))) {
            List<Runnable> pieces = new ArrayList<>();
            for (Map.Entry<String, byte[]> content : samples.contents.entrySet()) {
                Slot slot = writer.slot(content.getKey());
                byte[] bytes = content.getValue();
                for (int start = 0; start < bytes.length; start += 10_007) {
                    int from = start;
                    pieces.add(() ->
                            slot.write(from, ByteBuffer.wrap(bytes, from, Math.min(10_007, bytes.length - from))));
                }
            }
            Collections.shuffle(pieces, new Random(7));
            List<Future<?>> done = new ArrayList<>();
            for (Runnable piece : pieces) {
                done.add(threads.submit(piece));
            }
            for (Future<?> piece : done) {
                piece.get();
            }
            writer.finish();
        } finally {
            threads.shutdownNow();
        }
        assertThat(folder.resolve("b.tar")).hasSameBinaryContentAs(folder.resolve("a.tar"));
    }

    @Test
    void whatGoesPastTheEndOfASlotIsNoticed() throws Exception {
        Path tar = Files.writeString(folder.resolve("b.tar"), "old");
        byte[] tooMuch = new byte[18];
        tooMuch[17] = 1;
        try (BundleWriter writer = BundleWriter.open(samples.plan(), tar)) {
            fillAllBut(writer, Samples.MODEL + "config.json");
            Slot slot = writer.slot(Samples.MODEL + "config.json");
            assertThatThrownBy(() -> slot.write(0, ByteBuffer.wrap(tooMuch)))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("expected: 17 bytes\n  actual: 18 bytes");
            assertThatThrownBy(() -> slot.write(Long.MAX_VALUE, ByteBuffer.wrap(tooMuch)))
                    .isInstanceOf(FaultException.class);
            assertThatThrownBy(writer::finish)
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("expected: 17 bytes\n  actual: 0 bytes");
        }
        assertThat(tar).hasContent("old");
    }

    @Test
    void aMissingByteLeavesTheOldBundle() throws Exception {
        Path tar = Files.writeString(folder.resolve("b.tar"), "old");
        try (BundleWriter writer = BundleWriter.open(samples.plan(), tar)) {
            fillAllBut(writer, Samples.SHARED);
            Slot slot = writer.slot(Samples.SHARED);
            slot.write(1, ByteBuffer.wrap(new byte[Math.toIntExact(slot.entry().size()) - 1]));
            assertThatThrownBy(writer::finish)
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining(Samples.SHARED)
                    .hasMessageContaining("actual: 1299999 bytes");
        }
        assertThat(tar).hasContent("old");
        assertThat(names()).containsExactly("b.tar");
    }

    @Test
    void aTransferThatBeginsAnewMustBringEveryByteAgain() throws Exception {
        try (BundleWriter writer = BundleWriter.open(samples.plan(), folder.resolve("b.tar"))) {
            fillAllBut(writer, "");
            Slot slot = writer.slot(Samples.OWN_ARM);
            slot.restart();
            slot.write(0, ByteBuffer.wrap(samples.contents.get(Samples.OWN_ARM), 0, 100));
            assertThatThrownBy(writer::finish).hasMessageContaining("actual: 100 bytes");
            slot.write(100, ByteBuffer.wrap(samples.contents.get(Samples.OWN_ARM), 100, 412));
            writer.finish();
        }
        assertThat(folder.resolve("b.tar")).exists();
    }

    @Test
    void anAbandonedBundleLeavesNothing() throws Exception {
        BundleWriter.open(samples.plan(), folder.resolve("b.tar")).close();
        assertThat(names()).isEmpty();
    }

    @Test
    void leftoversOfAKilledRunGoAndALivingOnesStay() throws Exception {
        Files.writeString(folder.resolve(".b.tar.1234.part"), "left");
        Files.writeString(folder.resolve(".c.tar.1234.part"), "another bundle's");
        try (BundleWriter first = BundleWriter.open(samples.plan(), folder.resolve("b.tar"))) {
            try (BundleWriter second = BundleWriter.open(samples.plan(), folder.resolve("b.tar"))) {
                assertThat(names()).hasSize(3).doesNotContain(".b.tar.1234.part");
                fillAllBut(second, "");
                second.finish();
            }
            fillAllBut(first, "");
            first.finish();
        }
        assertThat(names()).containsExactly(".c.tar.1234.part", "b.tar");
    }

    @Test
    void aNewBundleTakesTheOldOnesPlaceWithTheUmasksMode() throws Exception {
        Path tar = Files.writeString(folder.resolve("b.tar"), "old");
        samples.seal(tar);
        assertThat(Files.size(tar)).isEqualTo(samples.plan().size());
        Path plain = Files.createFile(folder.resolve("plain"));
        assertThat(Files.getPosixFilePermissions(tar)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void tenGigabytesHaveRoomInTheHeaderAndAreFound() throws Exception {
        long size = 10_000_000_000L;
        BundleEntry huge =
                BundleEntry.awaited("files/huge.bin", size, Sha256.of(new byte[0]), Kind.FILE, "", List.of());
        BundleEntry after = BundleEntry.inline("files/last.txt", "last\n", Kind.FILE, List.of());
        BundlePlan plan =
                new BundlePlan("huge", "1", BundleTimestamp.DEFAULT, "/opt/airgap", List.of(), List.of(huge, after));
        Path tar = folder.resolve("huge.tar");
        TarLayout layout = new TarLayout(plan);
        try (FileChannel channel = FileChannel.open(tar, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // A hole is content too, and takes no room on the disk.
            channel.write(ByteBuffer.allocate(1), layout.size() - 1);
            for (TarLayout.Place place : layout.places()) {
                channel.write(ByteBuffer.wrap(layout.header(place)), place.header());
                if (place.entry() != null && !place.entry().isAwaited()) {
                    channel.write(
                            ByteBuffer.wrap(Samples.bytes(place.entry().text().orElseThrow())), place.content());
                }
            }
        }
        assertThat(Shell.run(folder, "tar", "-tvf", "huge.tar", "files/huge.bin"))
                .contains("10000000000");
        try (TarView view = TarView.open(tar)) {
            assertThat(view.files()).containsEntry("files/huge.bin", size);
            assertThat(view.read("files/last.txt", 10)).asString().isEqualTo("last\n");
        }
    }

    @Test
    void aDiskWithoutRoomIsToldBeforeTheFirstByte() throws Exception {
        BundleEntry huge =
                BundleEntry.awaited("files/huge.bin", 1L << 60, Sha256.of(new byte[0]), Kind.FILE, "", List.of());
        BundlePlan plan = new BundlePlan("huge", "1", BundleTimestamp.DEFAULT, "/r", List.of(), List.of(huge));
        assertThatThrownBy(() -> BundleWriter.open(plan, folder.resolve("huge.tar")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The disk is full: the bundle can't be written")
                .hasMessageContaining("needed: 1,152,921");
        assertThat(names()).isEmpty();
    }

    @Test
    void aSlotThatIsNotAwaitedIsTheCallersMistake() {
        try (BundleWriter writer = BundleWriter.open(samples.plan(), folder.resolve("b.tar"))) {
            assertThatThrownBy(() -> writer.slot("README.txt")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void fillAllBut(BundleWriter writer, String path) {
        for (Map.Entry<String, byte[]> content : samples.contents.entrySet()) {
            if (!content.getKey().equals(path)) {
                writer.slot(content.getKey()).write(0, ByteBuffer.wrap(content.getValue()));
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
