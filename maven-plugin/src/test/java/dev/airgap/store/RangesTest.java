package dev.airgap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.Content;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Request;
import dev.airgap.testkit.Seen;
import dev.airgap.testkit.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shares one file among connections, with servers that help it and servers that don't. */
class RangesTest {

    private static final int PIECE = 256 * 1024;
    private static final Sample SAMPLE = Sample.of(3_000_000);
    private static final Split SPLIT = new Split(1_000_000, PIECE, 4);

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
        store = Store.open(folder.resolve("store"), SPLIT);
        blob = SAMPLE.at(server, "/a.bin");
    }

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    private void fetchWhole() throws IOException {
        Entry entry = store.fetch(blob, transport, heard, heard);
        assertThat(entry.path()).hasBinaryContent(SAMPLE.bytes());
        assertThat(heard.bytes()).isEqualTo(SAMPLE.bytes());
        assertThat(partials()).isEmpty();
    }

    private List<Path> partials() throws IOException {
        try (Stream<Path> files = Files.list(store.root().resolve("partial"))) {
            return files.toList();
        }
    }

    private long sent() {
        return server.log().stream().mapToLong(Seen::bytes).sum();
    }

    /** Does something before each request is answered, told which one it is: the first is 1. */
    private void before(IntConsumer nth) {
        AtomicInteger count = new AtomicInteger();
        server.route("/a.bin", request -> {
            nth.accept(count.incrementAndGet());
            return null;
        });
    }

    /** Answers some requests otherwise. */
    private void answer(Function<Request, Answer> other) {
        server.route("/a.bin", other);
    }

    /** Lets the first answer wait in its body until so many requests have come: what else comes, comes meanwhile. */
    private void holdFirstUntil(int requests) {
        CountDownLatch come = new CountDownLatch(requests);
        before(nth -> come.countDown());
        server.trouble("/a.bin", Trouble.stallAfter(PIECE / 2, come).times(1));
    }

    @Test
    void bringsABigFileBySeveralConnectionsAndNoByteTwice() throws IOException {
        holdFirstUntil(4);
        fetchWhole();
        assertThat(sent()).isEqualTo(SAMPLE.size());
        assertThat(server.peak()).isBetween(2, 4);
        assertThat(server.log())
                .hasSize(12)
                .allMatch(seen -> seen.status() == 206)
                .filteredOn(seen -> seen.header("If-Range").isEmpty())
                .hasSize(1);
        assertThat(heard.advanced()).isEqualTo(SAMPLE.size());
        assertThat(heard.resets()).isZero();
    }

    @Test
    void leavesASmallFileToOneConnection() throws IOException {
        store = Store.open(folder.resolve("store"));
        fetchWhole();
        assertThat(server.log()).hasSize(1).allMatch(seen -> seen.range().isEmpty());
    }

    @Test
    void takesNoConnectionThatAnotherFileNeeds() {
        Lanes lanes = new Lanes(3);
        assertThat(lanes.take(4)).isTrue();
        assertThat(lanes.take(4)).isFalse();
        lanes.give();
        assertThat(lanes.take(4)).isTrue();
    }

    @Test
    void goesOnAloneWhereASecondConnectionIsRefused() throws IOException {
        for (int status : List.of(429, 503)) {
            CountDownLatch refused = new CountDownLatch(1);
            server.peace().clearLog();
            server.trouble("/a.bin", Trouble.stallAfter(PIECE / 2, refused).times(1));
            AtomicInteger count = new AtomicInteger();
            answer(request -> {
                if (count.incrementAndGet() != 2) {
                    return null;
                }
                refused.countDown();
                return Answer.of(status, "too many connections").with("Retry-After", "86400");
            });
            store = Store.open(folder.resolve("store-" + status), SPLIT);
            Recording each = new Recording();
            store.fetch(blob, transport, each, each);
            assertThat(each.bytes()).isEqualTo(SAMPLE.bytes());
            assertThat(server.log()).filteredOn(seen -> seen.status() == status).hasSize(1);
            assertThat(sent()).isLessThan(SAMPLE.size() + PIECE);
        }
    }

    @Test
    void takesTheWholeWhereRangesAreNotSpoken() throws IOException {
        server.trouble("/a.bin", Trouble.ignoreRange());
        fetchWhole();
        assertThat(server.log()).hasSize(1);
        assertThat(sent()).isEqualTo(SAMPLE.size());
        assertThat(heard.resets()).isZero();
    }

    @Test
    void asksForTheWholeWhereARangeIsABadRequest() throws IOException {
        for (int status : List.of(400, 416, 501)) {
            answer(request -> request.header("Range").isPresent() ? Answer.of(status, "") : null);
            store = Store.open(folder.resolve("store-" + status), SPLIT);
            Recording each = new Recording();
            store.fetch(blob, transport, each, each);
            assertThat(each.bytes()).isEqualTo(SAMPLE.bytes());
        }
    }

    @Test
    void asksForTheWholeWhereContentRangeIsLost() throws IOException {
        answer(request -> request.header("Range").isEmpty()
                ? null
                : Answer.of(206, Content.of(Arrays.copyOf(SAMPLE.bytes(), PIECE)))
                        .withEtag("v1"));
        fetchWhole();
        assertThat(server.log()).hasSize(2);
        assertThat(server.log().get(1).range()).isEmpty();
    }

    @Test
    void asksForTheRestAtOnceWhereTheEtagIsWeakOrMissing() throws IOException {
        for (UnaryOperator<Answer> tag : List.<UnaryOperator<Answer>>of(
                answer -> answer.with("ETag", "W/\"v1\""), answer -> answer.with("ETag", null))) {
            server.clearLog();
            answer(request -> tag.apply(Answer.of(200, SAMPLE.content())));
            store = Store.open(folder.resolve("store" + tag.hashCode()), SPLIT);
            Recording each = new Recording();
            store.fetch(blob, transport, each, each);
            assertThat(each.bytes()).isEqualTo(SAMPLE.bytes());
            assertThat(server.log()).hasSize(2);
            assertThat(server.log().get(1).range()).contains("bytes=" + PIECE + "-");
            assertThat(sent()).isEqualTo(SAMPLE.size());
        }
    }

    @Test
    void neverMixesTwoContentsWhereTheEtagChangesInBetween() throws IOException {
        byte[] old = SAMPLE.bytes();
        for (int i = 0; i < old.length; i++) {
            old[i] ^= 1;
        }
        AtomicInteger count = new AtomicInteger();
        answer(request -> count.incrementAndGet() > 5
                ? null
                : Answer.of(200, Content.of(old)).withEtag("v0"));
        fetchWhole();
        assertThat(heard.resets()).isEqualTo(1);
    }

    @Test
    void neverMixesTwoContentsThatKeepTheirEtag() {
        byte[] old = SAMPLE.bytes();
        old[2_500_000] ^= 1;
        AtomicInteger count = new AtomicInteger();
        answer(request ->
                count.incrementAndGet() > 1 ? Answer.of(200, Content.of(old)).withEtag("v1") : null);
        assertThatThrownBy(() -> store.fetch(blob, transport, heard, heard))
                .hasMessageStartingWith("a.bin has the wrong checksum; nothing of it was kept");
        assertThat(folder.resolve("store/partial")).isEmptyDirectory();
    }

    @Test
    void refusesAHelpersAnswerThatBeginsElsewhereOrIsOfAnotherLength() throws IOException {
        AtomicInteger count = new AtomicInteger();
        answer(request -> switch (count.incrementAndGet()) {
            case 2 ->
                Answer.of(206, Content.of(new byte[PIECE]))
                        .with("Content-Range", "bytes 0-" + (PIECE - 1) + "/3000000")
                        .withEtag("v1");
            case 3 ->
                Answer.of(206, Content.of(new byte[PIECE]))
                        .with(
                                "Content-Range",
                                request.header("Range").orElse("").replace('=', ' ') + "/9000000")
                        .withEtag("v1");
            default -> null;
        });
        fetchWhole();
        assertThat(heard.resets()).isLessThanOrEqualTo(1);
    }

    @Test
    void takesNoPartOfAnotherEtagThoughItsServerIgnoresIfRange() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        server.trouble("/a.bin", Trouble.stallAfter(PIECE / 2, asked).times(1));
        AtomicInteger count = new AtomicInteger();
        answer(request -> {
            if (count.incrementAndGet() != 2) {
                return null;
            }
            asked.countDown();
            String range = request.header("Range").orElse("");
            return Answer.of(206, Content.of(new byte[PIECE]))
                    .with("Content-Range", range.replace('=', ' ') + "/" + SAMPLE.size())
                    .withEtag("v0");
        });
        fetchWhole();
        assertThat(heard.resets()).isZero();
    }

    @Test
    void takesPartsThatAreShorterThanAsked() throws IOException {
        answer(request -> request.header("Range")
                .map(range -> {
                    long from = Long.parseLong(range.substring(6, range.indexOf('-')));
                    long last = Math.min(Long.parseLong(range.substring(range.indexOf('-') + 1)), from + 99_999);
                    byte[] part = Arrays.copyOfRange(SAMPLE.bytes(), (int) from, (int) last + 1);
                    return Answer.of(206, Content.of(part))
                            .with("Content-Range", "bytes " + from + "-" + last + "/" + SAMPLE.size())
                            .withEtag("v1");
                })
                .orElse(null));
        fetchWhole();
        assertThat(server.log().size()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void keepsWhatIsGoodWhereACutIsFollowedByTheWhole() throws IOException {
        // From the third request on the server knows no ranges any more, and cuts once more.
        AtomicInteger count = new AtomicInteger();
        answer(request -> {
            if (count.incrementAndGet() <= 2 || request.header("Range").isEmpty()) {
                return null;
            }
            return Answer.of(200, SAMPLE.content()).with("ETag", "\"v1\"").with("X-Whole", "1");
        });
        server.trouble("/a.bin", Trouble.ignoreRange().skipping(2));
        fetchWhole();
        assertThat(heard.resets()).isZero();
    }

    @Test
    void continuesPiecesThatAKilledProcessLeft() throws IOException {
        byte[] all = SAMPLE.bytes();
        try (Partial partial = Partial.open(store.root().resolve("partial"), "sha256-" + blob.sha256())) {
            partial.scatter();
            partial.note(blob.url(), Optional.of("\"v1\""));
            for (int from : List.of(0, 2_000_000, 1_000_000)) {
                partial.write(Arrays.copyOfRange(all, from, from + 300_000), 300_000, from);
            }
        }
        fetchWhole();
        assertThat(heard.already()).isEqualTo(900_000);
        assertThat(sent()).isEqualTo(SAMPLE.size() - 900_000);
        assertThat(heard.advanced()).isEqualTo(SAMPLE.size() - 900_000);
        assertThat(server.log())
                .allMatch(seen -> seen.header("If-Range").equals(Optional.of("\"v1\"")))
                .allMatch(seen -> seen.status() == 206);
    }

    @Test
    void mendsPiecesThatAKilledProcessLeftDamaged() throws IOException {
        try (Partial partial = Partial.open(store.root().resolve("partial"), "sha256-" + blob.sha256())) {
            partial.scatter();
            partial.note(blob.url(), Optional.of("\"v1\""));
            partial.write(new byte[300_000], 300_000, 2_000_000);
        }
        fetchWhole();
        assertThat(heard.resets()).isEqualTo(1);
    }

    @Test
    void readsNoSpanThatMakesNoSense() throws IOException {
        Path file = Files.writeString(folder.resolve("a.spans"), "0 10\n5 20\n30 29\n-1 4\nx y\n90 101\n40 50\n60 7");
        Spans spans = SpanFile.read(file, 100);
        assertThat(spans.end(0)).isEqualTo(20);
        assertThat(spans.end(40)).isEqualTo(50);
        assertThat(spans.sum()).isEqualTo(30);
    }

    @Test
    void claimsWhatNobodyBrings() {
        Spans spans = new Spans();
        spans.add(0, 15);
        assertThat(spans.claim(0, 10, 35)).contains(new Spans.Claim(15, 20));
        assertThat(spans.claim(0, 10, 35)).contains(new Spans.Claim(20, 30));
        spans.add(32, 33);
        assertThat(spans.claim(0, 10, 35)).contains(new Spans.Claim(30, 32));
        assertThat(spans.claim(0, Long.MAX_VALUE, 35)).contains(new Spans.Claim(33, 35));
        assertThat(spans.claim(0, 10, 35)).isEmpty();
        spans.release(new Spans.Claim(20, 30));
        spans.add(20, 25);
        assertThat(spans.claim(0, Long.MAX_VALUE, 35)).contains(new Spans.Claim(25, 30));
    }

    @Test
    void stopsItsHelpersWhereAnotherFileFails() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        server.trouble("/a.bin", Trouble.stallAfter(1000, never));
        server.trouble("/b.bin", Trouble.status(404));
        Blob other = Blob.sha256("b.bin", "test", server.url("/b.bin"), "0".repeat(64), 10);
        assertThatThrownBy(() -> new Downloads(store, transport, Progress.NONE, 2)
                        .fetch(List.of(new Downloads.Job(blob, null), new Downloads.Job(other, null))))
                .hasMessageContaining("does not have b.bin");
        never.countDown();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("airgap-range"));
    }

    /** Tells cuts by a seed, so that a failure can be had again. */
    private void survivesCuts(int cuts, long size, long most, Split split) throws IOException {
        Random random = new Random(77);
        Sample big = Sample.of(size);
        Blob wanted = big.at(server, "/big.bin");
        server.trouble(
                "/big.bin",
                Trouble.cutAfter(() -> {
                            synchronized (random) {
                                return random.nextLong(most);
                            }
                        })
                        .times(cuts));
        Entry entry = Store.open(folder.resolve("cuts"), split).fetch(wanted, transport, Progress.NONE);
        assertThat(entry.sha256()).isEqualTo(big.sha256());
        assertThat(server.log("/big.bin").size()).isGreaterThan(cuts);
        assertThat(sent()).isBetween(size, size * 11 / 10);
    }

    @Test
    void bringsAFileOverTwoHundredCutConnections() throws IOException {
        survivesCuts(200, 64_000_000, 400_000, new Split(1_000_000, 1 << 20, 4));
    }

    @Test
    void bringsAFileOverTwoHundredCutsOfOneConnection() throws IOException {
        survivesCuts(200, 64_000_000, 400_000, new Split(Long.MAX_VALUE, 1 << 20, 1));
    }
}
