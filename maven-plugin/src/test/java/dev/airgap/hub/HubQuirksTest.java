package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.http.Ask;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import dev.airgap.http.Origin;
import dev.airgap.http.Reply;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.store.Downloads;
import dev.airgap.store.Entry;
import dev.airgap.store.Progress;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.Content;
import dev.airgap.testkit.HubRepo;
import dev.airgap.testkit.HubServer;
import dev.airgap.testkit.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meets what repository managers and proxies are known to do to a hub's answers, each quirk by itself. */
class HubQuirksTest {

    @TempDir
    private Path temp;

    private HubFixture fixture;
    private final HubRepo repo = HubFixture.repo();
    private final CountDownLatch never = new CountDownLatch(1);
    private LockedModel whole;

    @BeforeEach
    void start() {
        fixture = new HubFixture(temp.resolve("store"));
        fixture.server.add(repo);
        try (HubFixture faithful = new HubFixture(temp.resolve("faithful"))) {
            faithful.server.add(repo);
            whole = faithful.lock(faithful.plan("main"));
        }
    }

    @AfterEach
    void stop() {
        never.countDown();
        fixture.close();
    }

    /** Leaves names alone: no tree, and a description without sizes and hashes. */
    private void namesAlone() {
        fixture.server.server().trouble("/api/models/org/name/tree/*", Trouble.status(404));
        fixture.server
                .server()
                .route(
                        "/api/models/org/name/revision/*",
                        request -> request.query().contains("blobs") ? Answer.notFound() : null);
    }

    private Entry fetchWeights() {
        LockedModel locked = fixture.lock(fixture.plan("main"));
        ModelFile weights = locked.files().get(2);
        return fixture.downloads()
                .fetch(List.of(new Downloads.Job(fixture.hub().blob(locked, weights), null)))
                .get(0);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void readsTheDescriptionWhereExpandIsUnknown() {
        fixture.server
                .server()
                .route(
                        "/api/models/org/name/tree/*",
                        request -> request.query().contains("expand") ? Answer.notFound() : null);

        SnapshotPlan plan = fixture.plan("main");

        assertThat(fixture.lock(plan)).isEqualTo(whole);
        assertThat(plan.notes()).singleElement().asString().contains("answers 404 where a tree is asked for");
    }

    @Test
    void asksForNamesAloneWhereParametersAreUnknown() {
        namesAlone();

        assertThat(fixture.lock(fixture.plan("main"))).isEqualTo(whole);
    }

    @Test
    void learnsTheSizeByFetchingWhereHeadTellsNone() {
        namesAlone();
        fixture.server.withoutResolveCache();
        fixture.server
                .server()
                .trouble("/org/name/resolve/*", Trouble.withoutLength().on("HEAD"));

        SnapshotPlan plan = fixture.plan("main");

        assertThat(plan.files().get(0).size()).isEqualTo(-1);
        assertThat(fixture.lock(plan)).isEqualTo(whole);
    }

    @Test
    void saysThatAnEtagWasRewritten() {
        namesAlone();
        fixture.server.withoutResolveCache();
        fixture.server
                .server()
                .trouble("/org/name/resolve/*.md", Trouble.header("ETag", "\"{SHA1{" + "5".repeat(40) + "}}\""))
                .trouble("/org/name/resolve/*.json", Trouble.etag(repo.etag("config.json") + "-gzip"));

        SnapshotPlan plan = fixture.plan("main");

        assertThat(plan.notes())
                .anyMatch(note -> note.startsWith("2 files of org/name@main can't be checked against the repository")
                        && note.endsWith("gives an ETag that is neither a git oid nor a sha256: it was rewritten on the"
                                + " way"));
        assertThat(fixture.lock(plan)).isEqualTo(whole);
    }

    @Test
    void waitsForAHeadThatBlocksAsLongAsItIsTold() throws Exception {
        OkTransport hasty = OkTransport.open(HttpSettings.builder("test")
                .timeouts(Duration.ofSeconds(5), Duration.ofMillis(200))
                .retries(0, Duration.ZERO)
                .build());
        AtomicBoolean outwaited = new AtomicBoolean();
        try (HubFixture slow = new HubFixture(temp.resolve("slow"), hasty)) {
            URI stalling = URI.create(slow.server.endpoint() + "/stalling");
            slow.server.add(repo).server().trouble("/api/models/org/name/tree/*", Trouble.status(404));
            slow.server
                    .server()
                    .route(
                            "/api/models/org/name/revision/*",
                            request -> request.query().contains("blobs") ? Answer.notFound() : null)
                    .trouble("/stalling", Trouble.stall(never))
                    .route("/org/name/resolve/*/config.json", request -> {
                        if (request.method().equals("HEAD")) {
                            // The answer waits until another call, begun later, has had all of the transport's own
                            // time.
                            outwaited.set(timesOut(hasty, stalling));
                        }
                        return null;
                    });

            assertThat(slow.plan("main").files()).hasSize(4);
            assertThat(outwaited).isTrue();
        }
    }

    private static boolean timesOut(OkTransport transport, URI url) {
        try (Reply reply = transport.send(Ask.get(url))) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void namesTheTimeoutWhereAHeadBlocksLonger() {
        namesAlone();
        fixture.server
                .server()
                .trouble("/org/name/resolve/*/config.json", Trouble.stall(never).on("HEAD"));

        assertThatThrownBy(
                        () -> fixture.hub(Duration.ofMillis(300)).plan(ModelRequest.of("models", "org/name", "main")))
                .hasMessageContaining("did not answer in time")
                .hasMessageContaining("HF_HUB_ETAG_TIMEOUT says how many seconds are waited");
    }

    @Test
    void goesOnWhereADownloadPausesLongerThanItsTimeout() {
        OkTransport hasty = OkTransport.open(HttpSettings.builder("test")
                .patience(Map.of(Origin.of(URI.create(fixture.server.endpoint())), Duration.ofMillis(300)))
                .retries(0, Duration.ZERO)
                .build());
        LockedModel locked = fixture.lock(fixture.plan("main"));
        fixture.server.cdn().trouble("*", Trouble.stallAfter(1000, never).times(1));

        try (hasty) {
            Entry weights = new Downloads(fixture.store, hasty, Progress.NONE)
                    .fetch(List.of(new Downloads.Job(
                            fixture.hub().blob(locked, locked.files().get(2)), null)))
                    .get(0);
            assertThat(weights.sha256()).isEqualTo(repo.etag("model.safetensors"));
        }
        // The read timeout of the hub holds where it redirects to; else it would have been a minute.
        assertThat(fixture.server.cdn().log()).hasSize(2);
        assertThat(fixture.server.cdn().log().get(1).range()).contains("bytes=1000-");
    }

    @Test
    void waitsAsLongAsTheRateLimitSays() {
        OkTransport patient = OkTransport.open(
                HttpSettings.builder("test").retries(1, Duration.ofSeconds(5)).build());
        try (HubFixture limited = new HubFixture(temp.resolve("limited"), patient)) {
            limited.server
                    .add(repo)
                    .server()
                    .trouble(
                            "/api/models/org/name/revision/*",
                            Trouble.answer(HubServer.rateLimited(1)).times(1));
            long began = System.nanoTime();

            assertThat(limited.plan("main").commit()).isEqualTo(repo.sha());
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(1_000_000_000L);
        }
    }

    @Test
    void fetchesByHttpWhereXetIsOffered() throws IOException {
        assertThat(fetchWeights().path()).hasContent(HubFixture.WEIGHTS);
        assertThat(fixture.server.cdn().log()).hasSize(1);
    }

    @Test
    void aFileThatIsListedAndHasNoEntry() {
        namesAlone();
        fixture.server
                .server()
                .trouble(
                        "/org/name/resolve/*/config.json",
                        Trouble.answer(Answer.of(404, "").with("X-Error-Code", "EntryNotFound")));

        assertThatThrownBy(() -> fixture.plan("main"))
                .hasMessageContaining("lists the file config.json of org/name@main and has it not");
    }

    @Test
    void saysThatAnAnswerIsCalledPackedAndIsNot() {
        fixture.server
                .server()
                .trouble(
                        "/api/*",
                        Trouble.answer(
                                Answer.json("{\"sha\":\"" + repo.sha() + "\"}").with("Content-Encoding", "gzip")));

        assertThatThrownBy(() -> fixture.plan("main"))
                .hasMessageContaining("sends what it calls gzip and is none")
                .hasMessageContaining("Content-Encoding: gzip");
    }

    @Test
    void takesAFileThatIsOnlyCalledPacked() {
        fixture.server.cdn().trouble("*", Trouble.header("Content-Encoding", "gzip"));

        assertThat(fetchWeights().path()).hasContent(HubFixture.WEIGHTS);
    }

    @Test
    void keepsAPackedFilePacked() throws IOException {
        byte[] packed = packed("{}\n".getBytes(StandardCharsets.UTF_8));
        repo.file("data.json.gz", packed).commit("packed");
        fixture.server.server().trouble("*.gz", Trouble.header("Content-Encoding", "gzip"));

        LockedModel locked = fixture.lock(fixture.plan("main"));

        ModelFile file = locked.files().get(2);
        assertThat(file.path()).isEqualTo("data.json.gz");
        assertThat(fixture.store.find(file.sha256(), packed.length).orElseThrow())
                .hasBinaryContent(packed);
    }

    @Test
    void saysThatAProxyPacksFiles() throws IOException {
        byte[] packed = packed(HubFixture.WEIGHTS.getBytes(StandardCharsets.UTF_8));
        fixture.server.cdn().trouble("*", Trouble.answer(Answer.bytes(packed).with("Content-Encoding", "gzip")));

        assertThatThrownBy(this::fetchWeights)
                .hasMessageContaining("org/name/model.safetensors has another size than it should have")
                .hasMessageContaining("the answer says Content-Encoding: gzip, though none was asked for");
    }

    @Test
    void saysThatALogInPageStandsInThePlaceOfAFile() {
        fixture.server
                .cdn()
                .trouble(
                        "*",
                        Trouble.answer(Answer.html("<html>Please log in</html>").unmeasured()));

        assertThatThrownBy(this::fetchWeights)
                .hasMessageContaining("org/name/model.safetensors is not what the server gives")
                .hasMessageContaining("a page of HTML: a log-in");
    }

    @Test
    void saysThatAProxyCutsFilesShort() {
        byte[] start = Arrays.copyOf(HubFixture.WEIGHTS.getBytes(StandardCharsets.UTF_8), 100);
        fixture.server.cdn().trouble("*", Trouble.answer(Answer.of(200, Content.of(start))));

        assertThatThrownBy(this::fetchWeights)
                .hasMessageContaining("expected: 5000 bytes")
                .hasMessageContaining("actual: 100 bytes");
    }

    @Test
    void keepsABranchThatMovedWhereTheLockHasIt() {
        repo.file("config.json", "{\"v\": 2}\n").commit("second");

        // What a lock pins is asked for by its commit, whatever the branch says now.
        SnapshotPlan pinned = fixture.plan(whole.commit());
        assertThat(fixture.hub()
                        .lock(pinned, Optional.of(whole), fixture.downloads())
                        .files())
                .isEqualTo(whole.files());
        assertThat(fixture.plan("main").commit()).isNotEqualTo(whole.commit());
    }
}
