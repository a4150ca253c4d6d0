package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.HubRepo;
import dev.airgap.testkit.Seen;
import dev.airgap.testkit.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads hubs through servers that know less of the contract, or drop parts of it. */
class DegradedHubTest {

    private static final String NAMES =
            "{\"sha\":\"%s\",\"siblings\":[{\"rfilename\":\"README.md\"},{\"rfilename\":\"config.json\"},"
                    + "{\"rfilename\":\"model.safetensors\"},{\"rfilename\":\"pytorch_model.bin\"},"
                    + "{\"rfilename\":\"tokenizer/vocab \u00e9.txt\"}]}";

    @TempDir
    private Path temp;

    private HubFixture fixture;
    private final HubRepo repo = HubFixture.repo();
    private LockedModel whole;

    @BeforeEach
    void start() throws Exception {
        fixture = new HubFixture(temp.resolve("store"));
        fixture.server.add(repo);
        try (HubFixture faithful = new HubFixture(temp.resolve("faithful"))) {
            faithful.server.add(repo);
            whole = faithful.lock(faithful.plan("main"));
        }
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    private void withoutTree(int status) {
        fixture.server.server().trouble("/api/models/org/name/tree/*", Trouble.status(status));
    }

    private void namesAlone() {
        fixture.server
                .server()
                .trouble("/api/models/org/name/revision/*", Trouble.answer(Answer.json(NAMES.formatted(repo.sha()))));
    }

    @Test
    void readsTheDescriptionWhereThereIsNoTree() {
        for (int status : List.of(400, 401, 403, 404, 405)) {
            fixture.server.server().peace();
            withoutTree(status);

            SnapshotPlan plan = fixture.plan("main");

            assertThat(fixture.lock(plan)).isEqualTo(whole);
            assertThat(plan.notes())
                    .containsExactly("the server at " + fixture.server.endpoint() + " answers " + status
                            + " where a tree is asked for; the names of org/name@main come from its description"
                            + " instead");
            assertThat(fixture.server.server().log())
                    .noneMatch(seen -> seen.method().equals("HEAD"));
        }
    }

    @Test
    void readsTheDescriptionWhereTheTreeIsNoList() {
        fixture.server
                .server()
                .trouble("/api/models/org/name/tree/*", Trouble.answer(Answer.json("{\"error\":\"unknown\"}")));

        assertThat(fixture.lock(fixture.plan("main"))).isEqualTo(whole);
    }

    @Test
    void readsTheDescriptionWherePagesLeadInCircles() {
        fixture.server.pageSize(3);
        fixture.server
                .server()
                .trouble(
                        "/api/models/org/name/tree/*",
                        Trouble.header("Link", "<https://hub/x?recursive=true&expand=false&cursor=3>; rel=\"next\""));

        SnapshotPlan plan = fixture.plan("main");

        assertThat(fixture.lock(plan)).isEqualTo(whole);
        assertThat(plan.notes()).singleElement().asString().contains("the same page of a tree again and again");
    }

    @Test
    void readsTheDescriptionWhereEachPageIsTheFirstUnderANewName() {
        AtomicInteger pages = new AtomicInteger();
        fixture.server
                .pageSize(3)
                .server()
                .route(
                        "/api/models/org/name/tree/*",
                        request -> Answer.json("[{\"type\":\"file\",\"path\":\"config.json\",\"size\":3,\"oid\":\""
                                        + "a".repeat(40) + "\"}]")
                                .with("Link", "<https://hub/x?cursor=" + pages.incrementAndGet() + ">; rel=\"next\""));

        SnapshotPlan plan = fixture.plan("main");

        assertThat(fixture.lock(plan)).isEqualTo(whole);
        assertThat(plan.notes()).singleElement().asString().contains("the same page of a tree again and again");
        assertThat(pages).hasValue(2);
    }

    @Test
    void endsAListingWithoutEnd() {
        fixture.server.endlessTree();

        assertThatThrownBy(() -> fixture.plan("main"))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith(
                        "The hub models lists org/name@main without end: after 400 pages it names a next one\n  at "
                                + fixture.server.endpoint());
        assertThat(fixture.server.server().log("/api/models/org/name/tree/*")).hasSize(Listing.MOST_PAGES);
    }

    @Test
    void asksFileByFileWhereTheDescriptionHasNamesAlone() {
        withoutTree(404);
        namesAlone();

        SnapshotPlan plan = fixture.plan("main");

        assertThat(fixture.lock(plan)).isEqualTo(whole);
        assertThat(plan.notes()).hasSize(1);
        assertThat(plan.leftOut()).extracting(LeftOut::toString).containsExactly("pytorch_model.bin (pickle)");
        assertThat(fixture.server.server().log())
                .filteredOn(seen -> seen.method().equals("HEAD"))
                .hasSize(4)
                .allMatch(seen -> seen.header("Accept-Encoding").orElse("").equals("identity"));
        assertThat(fixture.server.cdn().log()).isEmpty();
    }

    @Test
    void followsARedirectOfTheHubItselfForHeaders() {
        withoutTree(404);
        namesAlone();
        // An older hub: a relative redirect that says nothing itself, a weak ETag behind it.
        fixture.server
                .server()
                .trouble("/org/name/resolve/*/config.json", Trouble.redirect(307, URI.create("/elsewhere")));
        fixture.server
                .server()
                .serve(
                        "/elsewhere",
                        Answer.bytes("{}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .with("X-Repo-Commit", repo.sha())
                                .with("ETag", "W/\"" + repo.etag("config.json") + "\""));

        PlannedFile config = fixture.plan("main").files().get(1);

        assertThat(config.oid()).isEqualTo(repo.etag("config.json"));
        assertThat(config.size()).isEqualTo(3);
    }

    @Test
    void provesWhatItCanBehindAServerThatDropsTheHubsHeaders() {
        withoutTree(404);
        namesAlone();
        fixture.server.withoutResolveCache();
        // A repository manager's own ETag: 40 hex digits as well, but the sha1 of the content.
        fixture.server.server().trouble("/org/name/resolve/*", Trouble.header("X-Repo-Commit", null));
        fixture.server.server().trouble("/org/name/resolve/*.md", Trouble.etag("5".repeat(40)));

        SnapshotPlan plan = fixture.plan("main");

        assertThat(plan.files().get(0).oid()).isEmpty();
        assertThat(plan.notes())
                .anyMatch(note -> note.startsWith("3 files of org/name@main can't be checked against the repository")
                        && note.contains("neither X-Repo-Commit nor X-Linked-Etag"));
        assertThat(fixture.lock(plan)).isEqualTo(whole);
    }

    @Test
    void learnsAllByFetchingWhereHeadIsRefused() {
        withoutTree(404);
        namesAlone();
        fixture.server
                .server()
                .trouble("/org/name/resolve/*", Trouble.status(405).on("HEAD"));

        LockedModel locked = fixture.lock(fixture.plan("main"));

        assertThat(locked.files())
                .extracting(ModelFile::sha256)
                .isEqualTo(whole.files().stream().map(ModelFile::sha256).toList());
    }

    @Test
    void takesTheCommitFromAHeaderWhereTheDescriptionHasNone() {
        fixture.server
                .server()
                .trouble("/api/models/org/name/revision/main", Trouble.answer(Answer.json("{\"id\":\"org/name\"}")));

        SnapshotPlan plan = fixture.plan("main");

        assertThat(plan.commit()).isEqualTo(repo.sha());
        assertThat(plan.notes())
                .containsExactly(
                        "the commit of org/name@main is taken from the header X-Repo-Commit, since the answer does not hold it");
    }

    @Test
    void saysWhatIsMissingWhereTheCommitCantBeLearnt() {
        fixture.server
                .server()
                .trouble("/api/models/org/name/revision/main", Trouble.answer(Answer.json("{\"id\":\"org/name\"}")))
                .trouble("/org/name/resolve/*", Trouble.header("X-Repo-Commit", null));

        assertThatThrownBy(() -> fixture.plan("main"))
                .hasMessageContaining("The commit of org/name@main can't be learnt")
                .hasMessageContaining("write the full commit as the revision");
        assertThat(fixture.plan(repo.sha()).files()).hasSize(4);
    }

    @Test
    void takesTheDefaultBranchWhereRevisionsAreNotKnown() {
        fixture.server.server().trouble("/api/models/org/name/revision/*", Trouble.status(404));

        SnapshotPlan plan = fixture.plan("main");

        assertThat(plan.commit()).isEqualTo(repo.sha());
        assertThat(plan.notes()).anyMatch(note -> note.contains("answers 404 where a revision is asked for"));
        assertThatThrownBy(() -> fixture.plan("v1")).hasMessageContaining("org/name has no revision v1");
    }

    @Test
    void tellsBothFailuresWhereNeitherListingWorks() {
        withoutTree(400);
        fixture.server
                .server()
                .trouble("/api/models/org/name/revision/*", Trouble.status(500).skipping(1));

        assertThatThrownBy(() -> fixture.plan("main"))
                .hasMessageContaining("(500)")
                .hasMessageContaining("answers 400 where a tree is asked for");
    }

    @Test
    void refusesADescriptionOfAnotherCommit() {
        withoutTree(404);
        fixture.server
                .server()
                .trouble(
                        "/api/models/org/name/revision/*",
                        Trouble.answer(Answer.json(NAMES.formatted("f".repeat(40))))
                                .skipping(1));

        assertThatThrownBy(() -> fixture.plan("main")).hasMessageContaining("describes another commit of org/name");
    }

    @Test
    void aFileThatIsListedAndNotThere() {
        withoutTree(404);
        namesAlone();
        fixture.server.server().trouble("/org/name/resolve/*/config.json", Trouble.status(404));

        assertThatThrownBy(() -> fixture.plan("main"))
                .hasMessageContaining("lists the file config.json of org/name@main and has it not");
    }

    @Test
    void asksAtMostAFewTimesAtOnce() {
        withoutTree(404);
        for (int i = 0; i < 40; i++) {
            repo.file("data/" + i + ".json", "{\"n\":" + i + "}");
        }
        repo.commit("more");
        StringBuilder names = new StringBuilder("{\"sha\":\"" + repo.sha() + "\",\"siblings\":[");
        for (int i = 0; i < 40; i++) {
            names.append(i == 0 ? "" : ",")
                    .append("{\"rfilename\":\"data/")
                    .append(i)
                    .append(".json\"}");
        }
        fixture.server
                .server()
                .trouble(
                        "/api/models/org/name/revision/*",
                        Trouble.answer(Answer.json(names.append("]}").toString())));

        assertThat(fixture.plan("main").files())
                .hasSize(40)
                .allMatch(file -> file.oid().equals(repo.etag(file.path())));
        assertThat(fixture.server.server().log()).extracting(Seen::status).doesNotContain(429);
        assertThat(fixture.server.server().peak()).isLessThanOrEqualTo(8);
    }
}
