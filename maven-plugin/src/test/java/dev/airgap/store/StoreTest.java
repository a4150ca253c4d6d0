package dev.airgap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import dev.airgap.http.Pace;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Sample SAMPLE = Sample.of(3_000_000);

    @TempDir
    Path folder;

    private final LoopbackServer server = LoopbackServer.start();
    private final OkTransport transport = OkTransport.open(
            HttpSettings.builder("1").retries(1, Duration.ofSeconds(1)).build());
    private final Recording heard = new Recording();
    private Store store;
    private Blob blob;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("store"));
        blob = SAMPLE.at(server, "/a.whl");
    }

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    private Entry fetch(Blob wanted) {
        return store.fetch(wanted, transport, heard, heard);
    }

    /** Leaves a partial file as a killed process would. */
    private void leave(byte[] bytes, String... etag) throws IOException {
        try (Partial partial = Partial.open(store.root().resolve("partial"), "sha256-" + blob.sha256())) {
            partial.write(bytes, bytes.length, 0);
            if (etag.length > 0) {
                partial.note(blob.url(), java.util.Optional.of(etag[0]));
            }
        }
    }

    private byte[] head(int length) {
        return java.util.Arrays.copyOf(SAMPLE.bytes(), length);
    }

    private void assertWhole(Entry entry) throws IOException {
        assertThat(entry.path())
                .isEqualTo(store.root()
                        .resolve("sha256")
                        .resolve(SAMPLE.sha256().substring(0, 2))
                        .resolve(SAMPLE.sha256().substring(2)))
                .hasBinaryContent(SAMPLE.bytes());
        assertThat(entry.size()).isEqualTo(SAMPLE.size());
        assertThat(entry.sha256()).isEqualTo(SAMPLE.sha256());
        assertThat(heard.bytes()).isEqualTo(SAMPLE.bytes());
        assertThat(partials()).isEmpty();
    }

    private List<Path> partials() throws IOException {
        try (Stream<Path> files = Files.list(store.root().resolve("partial"))) {
            return files.toList();
        }
    }

    @Test
    void fetchesOnceAndFindsAfterwards() throws IOException {
        assertThat(store.find(blob.sha256(), blob.size())).isEmpty();
        assertWhole(fetch(blob));
        assertThat(heard.already()).isZero();
        assertThat(heard.advanced()).isEqualTo(SAMPLE.size());
        Recording second = new Recording();
        store.fetch(blob, transport, second, second);
        assertThat(second.bytes()).isEqualTo(SAMPLE.bytes());
        assertThat(second.already()).isEqualTo(-1);
        assertThat(server.log()).hasSize(1);
        assertThat(store.find(blob.sha256(), -1)).isPresent();
    }

    @Test
    void continuesWhatAFormerRunLeft() throws IOException {
        leave(head(1_000_000));
        assertWhole(fetch(blob));
        assertThat(server.log().get(0).range()).contains("bytes=1000000-");
        assertThat(server.log().get(0).header("If-Range")).isEmpty();
        assertThat(server.log().get(0).bytes()).isEqualTo(2_000_000);
        assertThat(heard.already()).isEqualTo(1_000_000);
        assertThat(heard.advanced()).isEqualTo(2_000_000);
    }

    @Test
    void goesOnWhereAServerTrickles() throws IOException {
        AtomicLong clock = new AtomicLong();
        HttpSettings paced = HttpSettings.builder("1")
                .pace(new Pace(1024, Duration.ofSeconds(60), clock::get))
                .build();
        leave(head(1_000_000));
        // Each byte takes five seconds, so a minute brings twelve.
        server.trouble(
                "/a.whl", Trouble.trickle(() -> clock.addAndGet(5_000_000_000L)).times(2));
        try (OkTransport slow = OkTransport.open(paced)) {
            Entry entry = store.fetch(blob, slow, heard, heard);
            assertWhole(entry);
        }
        // A trickle that was hung up on may push the clock before it notices: then there is a request more.
        assertThat(server.log())
                .hasSizeBetween(3, 5)
                .allSatisfy(request -> assertThat(request.range()).isPresent());
    }

    @Test
    void givesUpAServerThatOnlyTrickles() throws IOException {
        AtomicLong clock = new AtomicLong();
        HttpSettings paced = HttpSettings.builder("1")
                .pace(new Pace(1024, Duration.ofSeconds(60), clock::get))
                .build();
        leave(head(1_000_000));
        server.trouble("/a.whl", Trouble.trickle(() -> clock.addAndGet(5_000_000_000L)));
        try (OkTransport slow = OkTransport.open(paced)) {
            assertThatThrownBy(() -> store.fetch(blob, slow, Progress.NONE))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("The connection broke or stalled again and again while a.whl was fetched")
                    .hasMessageContaining("bytes came within");
        }
        assertThat(server.log()).hasSize(5);
        assertThat(partials()).isNotEmpty();
    }

    @Test
    void asksNothingWhereAllIsThereAlready() throws IOException {
        leave(SAMPLE.bytes());
        assertWhole(fetch(blob));
        assertThat(server.log()).isEmpty();
    }

    @Test
    void continuesUnderTheSameEtagOnly() throws IOException {
        leave(head(1_000_000), "\"v1\"");
        assertWhole(fetch(blob));
        assertThat(server.log().get(0).header("If-Range")).contains("\"v1\"");
        assertThat(server.log().get(0).status()).isEqualTo(206);
    }

    @Test
    void beginsAnewUnderAnotherEtag() throws IOException {
        leave(new byte[1_000_000], "\"v0\"");
        assertWhole(fetch(blob));
        assertThat(server.log().get(0).status()).isEqualTo(200);
        assertThat(heard.resets()).isEqualTo(1);
    }

    @Test
    void beginsAnewWhereIfRangeIsIgnoredButTheEtagTells() throws IOException {
        leave(new byte[1_000_000], "\"v1\"");
        server.trouble("/a.whl", Trouble.etag("v2").times(1));
        server.trouble(
                "/a.whl",
                Trouble.answer(Answer.of(206, "x")
                                .with("Content-Range", "bytes 1000000-1000000/3000000")
                                .withEtag("v2"))
                        .times(1));
        assertWhole(fetch(blob));
        assertThat(heard.resets()).isEqualTo(1);
        assertThat(server.log()).hasSize(2);
    }

    @Test
    void takesTheWholeAsAnswerToARange() throws IOException {
        leave(head(1_000_000));
        server.trouble("/a.whl", Trouble.ignoreRange());
        assertWhole(fetch(blob));
        assertThat(server.log()).hasSize(1);
        assertThat(heard.resets()).isEqualTo(1);
    }

    @Test
    void beginsAnewOn416AndOnForeignRanges() throws IOException {
        leave(head(1_000_000));
        server.trouble("/a.whl", Trouble.status(416).times(1));
        assertWhole(fetch(blob));
        assertThat(server.log()).hasSize(2);
    }

    @Test
    void mendsADamagedPartial() throws IOException {
        byte[] bad = head(1_000_000);
        bad[77] ^= 1;
        leave(bad);
        assertWhole(fetch(blob));
        assertThat(heard.resets()).isEqualTo(1);
        assertThat(server.log()).hasSize(2);
    }

    @Test
    void dropsAPartialThatIsTooLong() throws IOException {
        leave(new byte[3_000_001]);
        assertWhole(fetch(blob));
        assertThat(server.log()).hasSize(1);
        assertThat(server.log().get(0).range()).isEmpty();
    }

    @Test
    void goesOnAfterCutsWithinOneRun() throws IOException {
        server.trouble("/a.whl", Trouble.cutAfter(400_000));
        assertWhole(fetch(blob));
        assertThat(server.log().size()).isGreaterThanOrEqualTo(8);
        assertThat(server.log().get(1).range()).isPresent();
        assertThat(heard.resets()).isZero();
    }

    @Test
    void givesUpWhereNothingMoreComesAndKeepsWhatCame() throws IOException {
        server.trouble("/a.whl", Trouble.cutAfter(400_000).times(1));
        server.trouble("/a.whl", Trouble.cutAfter(0).skipping(1));
        assertThatThrownBy(() -> fetch(blob))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("The connection broke or stalled again and again while a.whl was fetched\n  at "
                        + server.url("/a.whl"))
                .hasMessageContaining("of 3000000 bytes are there");
        assertThat(heard.failed()).isEqualTo(1);
        server.peace().clearLog();
        Recording second = new Recording();
        store.fetch(blob, transport, second, second);
        assertThat(second.already()).isPositive();
        assertThat(server.log().get(0).range()).contains("bytes=" + second.already() + "-");
    }

    @Test
    void refusesCorruptBytesAndKeepsNothing() throws IOException {
        server.trouble("/a.whl", Trouble.corrupt(2_345_678));
        assertThatThrownBy(() -> fetch(blob))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith(
                        "a.whl has the wrong checksum; nothing of it was kept\n  at " + server.url("/a.whl"))
                .hasMessageContaining("expected sha256: " + SAMPLE.sha256())
                .hasMessageContaining("actual sha256: ");
        assertThat(partials()).isEmpty();
        assertThat(store.find(blob.sha256(), -1)).isEmpty();
    }

    @Test
    void refusesAnotherSize() {
        Blob shorter = Blob.sha256("a.whl", "test", blob.url(), blob.sha256(), 2_999_999);
        assertThatThrownBy(() -> fetch(shorter))
                .hasMessageStartingWith("a.whl has another size than it should have")
                .hasMessageContaining("expected: 2999999 bytes\n  actual: 3000000 bytes");
        server.trouble("/a.whl", Trouble.withoutLength());
        assertThatThrownBy(() -> fetch(shorter)).hasMessageContaining("expected: 2999999 bytes\n  actual: more");
    }

    @Test
    void takesAFileOfUnknownLength() throws IOException {
        server.trouble("/a.whl", Trouble.withoutLength());
        assertWhole(fetch(Blob.unknown("a.whl", "test", blob.url())));
    }

    @Test
    void provesAGitBlobAndFindsItAgain() throws Exception {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(("blob " + SAMPLE.size() + "\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        String oid = HexFormat.of().formatHex(sha1.digest(SAMPLE.bytes()));
        Blob git = Blob.git("config.json", "hub", blob.url(), oid, SAMPLE.size());
        assertWhole(fetch(git));
        assertThat(store.findGit(oid, -1).orElseThrow().sha256()).isEqualTo(SAMPLE.sha256());
        store.fetch(Blob.git("config.json", "hub", blob.url(), oid, -1), transport, Progress.NONE);
        assertThat(server.log()).hasSize(1);
        Blob wrong = Blob.git("config.json", "hub", blob.url(), "0".repeat(40), SAMPLE.size());
        assertThatThrownBy(() -> store.fetch(wrong, transport, Progress.NONE))
                .hasMessageContaining("expected git oid: 0000")
                .hasMessageContaining("actual git oid: " + oid);
        Path other = folder.resolve("other");
        assertThat(Store.open(other)
                        .fetch(Blob.git("x", "hub", blob.url(), oid, -1), transport, Progress.NONE)
                        .sha256())
                .isEqualTo(SAMPLE.sha256());
    }

    @Test
    void healsAnEntryOfAnotherSize() throws IOException {
        Entry entry = fetch(blob);
        Files.write(entry.path(), new byte[10]);
        Recording second = new Recording();
        store.fetch(blob, transport, second, second);
        assertThat(second.bytes()).isEqualTo(SAMPLE.bytes());
        assertThat(entry.path()).hasBinaryContent(SAMPLE.bytes());
    }

    @Test
    void putsAFolderAsideThatStandsInAnEntrysPlace() throws IOException {
        Entry entry = fetch(blob);
        Files.delete(entry.path());
        Files.createDirectory(entry.path());
        Files.writeString(entry.path().resolve("note"), "mine");
        Recording second = new Recording();
        store.fetch(blob, transport, second, second);
        assertThat(entry.path()).hasBinaryContent(SAMPLE.bytes());
        try (Stream<Path> aside = Files.list(store.root().resolve("damaged"))) {
            assertThat(aside)
                    .singleElement()
                    .satisfies(folder -> assertThat(folder.resolve("note")).hasContent("mine"));
        }
    }

    @Test
    void healsAnEntryOfOtherBytesWhenItIsRead() throws IOException {
        Entry entry = fetch(blob);
        byte[] bad = SAMPLE.bytes();
        bad[1_234_567] ^= 1;
        Files.write(entry.path(), bad);
        assertThat(store.find(blob.sha256(), blob.size())).isPresent();
        Recording second = new Recording();
        store.fetch(blob, transport, second, second);
        assertThat(second.bytes()).isEqualTo(SAMPLE.bytes());
        assertThat(second.resets()).isEqualTo(1);
        assertThat(entry.path()).hasBinaryContent(SAMPLE.bytes());
        Files.write(entry.path(), bad);
        assertThat(store.verify(entry)).isFalse();
        assertThat(entry.path()).doesNotExist();
    }

    @Test
    void letsTheSystemCopyIntoAChannelAtItsPosition() throws IOException {
        fetch(blob);
        Path tar = Files.write(folder.resolve("tar"), new byte[512]);
        store.fetch(blob, transport, new IntoFile(tar, 512), Progress.NONE);
        byte[] whole = Files.readAllBytes(tar);
        assertThat(whole).hasSize(512 + 3_000_000);
        assertThat(java.util.Arrays.copyOfRange(whole, 512, whole.length)).isEqualTo(SAMPLE.bytes());
    }

    private record IntoFile(Path file, long start) implements Tee {
        @Override
        public void write(long offset, ByteBuffer data) {
            throw new AssertionError("the channel was to be taken");
        }

        @Override
        public void reset() {}

        @Override
        public FileChannel channel() throws IOException {
            return FileChannel.open(file, StandardOpenOption.WRITE).position(start);
        }
    }

    @Test
    void tellsStatusesAsSentences() {
        server.trouble("/a.whl", Trouble.status(404));
        assertThatThrownBy(() -> fetch(blob)).hasMessageStartingWith("The server test does not have a.whl (404)");
    }

    @Test
    void saysHowMuchSpaceIsMissing() {
        Blob huge = Blob.sha256("huge.whl", "test", blob.url(), blob.sha256(), 1L << 60);
        assertThatThrownBy(() -> fetch(huge))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith(
                        "The disk is full: what is to be fetched can't be written\n  at " + store.root())
                .hasMessageContaining("needed: 1,152,921,504,606,846,976 bytes")
                .hasMessageContaining("free: ");
        assertThat(server.log()).isEmpty();
    }

    @Test
    void tellsAFailedTeeFromAFailedStore() {
        Tee failing = new Tee() {
            @Override
            public void write(long offset, ByteBuffer data) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void reset() {}
        };
        assertThatThrownBy(() -> store.fetch(blob, transport, failing, Progress.NONE))
                .hasMessageStartingWith("a.whl was fetched but could not be written where it belongs")
                .hasMessageContaining("No space left on device");
    }

    @Test
    void passesOnWhyItIsOffline() {
        HttpSettings offline = HttpSettings.builder("1")
                .gate(url -> {
                    throw new UncheckedIOException(new IOException("Cannot access test in offline mode"));
                })
                .build();
        try (OkTransport closed = OkTransport.open(offline)) {
            assertThatThrownBy(() -> store.fetch(blob, closed, Progress.NONE))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("Cannot access test in offline mode\n  at " + blob.url());
        }
        store.fetch(blob, transport, Progress.NONE);
        try (OkTransport closed = OkTransport.open(offline)) {
            assertThat(store.fetch(blob, closed, Progress.NONE).sha256()).isEqualTo(SAMPLE.sha256());
        }
    }

    @Test
    void takesNoPathFromDigests() {
        assertThatThrownBy(() -> Blob.sha256("x", "", blob.url(), "../../x", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Blob.git("x", "", blob.url(), "../../x", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.folder("../x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.find("../x", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
