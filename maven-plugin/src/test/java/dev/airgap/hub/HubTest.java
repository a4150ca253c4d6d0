package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.hub.SnapshotPlan.PlannedFile;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.store.Downloads;
import dev.airgap.store.Entry;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.HubRepo;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Seen;
import dev.airgap.testkit.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {

    @TempDir
    private Path temp;

    private HubFixture fixture;
    private final HubRepo repo = HubFixture.repo();

    @BeforeEach
    void start() {
        fixture = new HubFixture(temp.resolve("store"));
        repo.commit("first").tag("v1.0").branch("refs/pr/1").branch("feature/x");
        fixture.server.add(repo);
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void plansABranchInTwoRequests() {
        SnapshotPlan plan = fixture.plan("main");

        assertThat(plan.commit()).isEqualTo(repo.sha());
        assertThat(HubFixture.paths(plan))
                .containsExactly("README.md", "config.json", "model.safetensors", "tokenizer/vocab \u00e9.txt");
        assertThat(plan.leftOut()).extracting(LeftOut::toString).containsExactly("pytorch_model.bin (4.0 kB, pickle)");
        assertThat(plan.notes()).isEmpty();
        assertThat(plan.size()).isEqualTo(5000 + 3 + 4 + 7);
        PlannedFile weights = plan.files().get(2);
        assertThat(weights.sha256()).isEqualTo(repo.etag("model.safetensors"));
        assertThat(weights.size()).isEqualTo(5000);
        PlannedFile plain = plan.files().get(1);
        assertThat(plain.sha256()).isEmpty();
        assertThat(plain.oid()).isEqualTo(repo.etag("config.json"));
        assertThat(fixture.server.server().log())
                .extracting(Seen::path)
                .containsExactly("/api/models/org/name/revision/main", "/api/models/org/name/tree/" + repo.sha());
    }

    @Test
    void plansTagsPullRequestsSlashedBranchesAndCommits() {
        String first = repo.sha();
        repo.file("config.json", "{\"v\": 2}\n").commit("second");

        assertThat(fixture.plan("main").commit()).isEqualTo(repo.sha()).isNotEqualTo(first);
        assertThat(fixture.plan("v1.0").commit()).isEqualTo(first);
        assertThat(fixture.plan("refs/pr/1").commit()).isEqualTo(first);
        assertThat(fixture.plan("feature/x").commit()).isEqualTo(first);
        fixture.server.server().clearLog();
        assertThat(fixture.plan(first.toUpperCase(Locale.ROOT)).commit()).isEqualTo(first);
        assertThat(fixture.server.server().log()).hasSize(1);
    }

    @Test
    void plansADataset() {
        fixture.server.add(
                HubRepo.dataset("org/data").file("data/train.bin", "x").file("README.md", "y"));
        ModelRequest request =
                new ModelRequest("models", "org/data", "dataset", "main", Weights.AUTO, List.of(), List.of(), "");

        LockedModel locked = fixture.lock(fixture.hub().plan(request));

        assertThat(locked.files()).extracting(ModelFile::path).containsExactly("README.md", "data/train.bin");
        assertThat(fixture.hub().blob(locked, locked.files().get(0)).url())
                .hasToString(
                        fixture.server.endpoint() + "/datasets/org/data/resolve/" + locked.commit() + "/README.md");
    }

    @Test
    void readsAPagedTreeThatLinksElsewhereFromItsOwnAddressAlone() {
        try (LoopbackServer elsewhere = LoopbackServer.start()) {
            for (int i = 0; i < 25; i++) {
                repo.file("data/" + i + ".json", "{}");
            }
            repo.commit("more");
            fixture.server.pageSize(7).linkOrigin(elsewhere.origin());

            assertThat(fixture.plan("main").files()).hasSize(29);
            assertThat(elsewhere.log()).isEmpty();
        }
    }

    @Test
    void keepsTheTokenFromWhereFilesAreRedirectedTo() throws Exception {
        try (HubFixture closed = new HubFixture(temp.resolve("other"), "hf_secret")) {
            closed.server.token("hf_secret").add(HubFixture.repo().hidden());

            LockedModel locked = closed.lock(closed.plan("main"));
            ModelFile weights = locked.files().get(2);
            closed.downloads().fetch(List.of(new Downloads.Job(closed.hub().blob(locked, weights), null)));

            assertThat(closed.server.server().log())
                    .allMatch(seen -> seen.header("Authorization").equals(Optional.of("Bearer hf_secret")));
            assertThat(closed.server.cdn().log())
                    .isNotEmpty()
                    .allMatch(seen -> seen.header("Authorization").isEmpty());
        }
    }

    @Test
    void locksPlainFilesByFetchingThemAndLfsFilesByTheirPointer() throws Exception {
        LockedModel locked = fixture.lock(fixture.plan("main"));

        assertThat(locked.files())
                .extracting(ModelFile::path)
                .containsExactly("README.md", "config.json", "model.safetensors", "tokenizer/vocab \u00e9.txt");
        assertThat(locked.files().get(1).sha256()).isEqualTo(sha256("{}\n"));
        assertThat(locked.files().get(1).oid()).isEqualTo(repo.etag("config.json"));
        assertThat(locked.files().get(2).sha256()).isEqualTo(sha256(HubFixture.WEIGHTS));
        assertThat(fixture.server.cdn().log()).isEmpty();
        assertThat(fixture.store.find(sha256("a\nb\n"), 4)).isPresent();

        Entry weights = fixture.downloads()
                .fetch(List.of(new Downloads.Job(
                        fixture.hub().blob(locked, locked.files().get(2)), null)))
                .get(0);
        assertThat(Files.readString(weights.path())).isEqualTo(HubFixture.WEIGHTS);
    }

    @Test
    void fetchesNothingTwice() throws Exception {
        SnapshotPlan plan = fixture.plan("main");
        LockedModel first = fixture.lock(plan);
        fixture.server.server().clearLog();

        assertThat(fixture.lock(plan)).isEqualTo(first);
        assertThat(fixture.server.server().log()).isEmpty();
        HubFixture bare = new HubFixture(temp.resolve("bare"));
        assertThat(fixture.hub().lock(plan, Optional.of(first), bare.downloads()))
                .isEqualTo(first);
        assertThat(fixture.server.server().log()).isEmpty();
        assertThat(temp.resolve("bare"))
                .satisfies(
                        path -> assertThat(Files.exists(path.resolve("sha256"))).isFalse());
    }

    @Test
    void refusesAPlainFileThatIsNotTheRepositorys() {
        fixture.server.server().trouble("*/config.json", Trouble.corrupt(0));
        SnapshotPlan plan = fixture.plan("main");

        assertThatThrownBy(() -> fixture.lock(plan))
                .hasMessageContaining("org/name/config.json")
                .hasMessageContaining(repo.etag("config.json"));
    }

    @Test
    void refusesAnAnswerOfAnotherCommit() {
        fixture.server.server().trouble("/api/models/org/name/tree/*", Trouble.header("X-Repo-Commit", "0".repeat(40)));

        assertThatThrownBy(() -> fixture.plan("main"))
                .hasMessageContaining("answers for another commit of org/name than the one asked for")
                .hasMessageContaining("expected: " + repo.sha());
    }

    @Test
    void refusesNamesThatCantBeFiles() {
        fixture.server
                .server()
                .trouble(
                        "/api/models/org/name/tree/*",
                        Trouble.answer(
                                Answer.json("[{\"type\":\"file\",\"path\":\"../../x.json\",\"size\":1,\"oid\":\"\"},"
                                        + "{\"type\":\"file\",\"path\":\"A/b.json\",\"size\":1},"
                                        + "{\"type\":\"file\",\"path\":\"a/B.json\",\"size\":1},"
                                        + "{\"type\":\"file\",\"path\":\"a\\u0000b\",\"size\":1}]")));

        assertThatThrownBy(() -> fixture.plan("main"))
                .hasMessageContaining("../../x.json: it has the part \"..\"")
                .hasMessageContaining("a/B.json: it clashes with A/")
                .hasMessageContaining("it has a control or broken character in it");
    }

    @Test
    void takesAProxysLogInPageForWhatItIs() {
        fixture.server.server().trouble("/api/*", Trouble.answer(Answer.html("<html>Please log in</html>")));

        assertThatThrownBy(() -> fixture.plan("main"))
                .hasMessageContaining("The hub models answered with something that is not the JSON of a hub")
                .hasMessageContaining("text/html");
    }

    @Test
    void readsAHubBelowAPath() throws IOException {
        try (LoopbackServer manager = LoopbackServer.start()) {
            manager.route("/artifactory/api/huggingfaceml/models/*", request -> {
                String path = request.path().substring("/artifactory/api/huggingfaceml/models".length());
                return path.equals("/api/models/org/name/revision/main")
                        ? Answer.json("{\"sha\":\"" + "a".repeat(40) + "\"}")
                        : Answer.json("[{\"type\":\"file\",\"path\":\"config.json\",\"size\":3,\"oid\":\""
                                + "b".repeat(40) + "\"}]");
            });

            SnapshotPlan plan = fixture.hub(manager.origin() + "/artifactory/api/huggingfaceml/models/")
                    .plan(ModelRequest.of("models", "org/name", "main"));

            assertThat(plan.commit()).isEqualTo("a".repeat(40));
            assertThat(manager.log())
                    .allMatch(seen -> seen.path().startsWith("/artifactory/api/huggingfaceml/models/api/models/org/"));
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
