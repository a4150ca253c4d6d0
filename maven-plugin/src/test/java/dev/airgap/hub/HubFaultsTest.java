package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.lock.LockedModel;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.HubRepo;
import dev.airgap.testkit.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubFaultsTest {

    @TempDir
    private Path temp;

    private HubFixture fixture;
    private final HubRepo repo = HubFixture.repo();

    @BeforeEach
    void start() {
        fixture = new HubFixture(temp);
        fixture.server.add(repo);
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    private Fault fault(ModelRequest request) {
        try {
            fixture.hub().plan(request);
        } catch (FaultException e) {
            assertThat(e.faults()).hasSize(1);
            return e.faults().get(0);
        }
        throw new AssertionError("no fault");
    }

    private Fault fault(String revision) {
        return fault(new ModelRequest(
                "models", "org/name", "model", revision, Weights.AUTO, List.of(), List.of(), "<model> 1 of the POM"));
    }

    @Test
    void aRepositoryThatIsNotThereMayBePrivate() {
        Fault fault = fault(ModelRequest.of("models", "org/nmae", "main"));

        assertThat(fault.what())
                .isEqualTo("The hub models has no model org/nmae, or shows it to nobody without a token");
        assertThat(fault.next()).contains("HF_TOKEN").contains("<server> with the id models");
    }

    @Test
    void aRepositoryThatIsNotThereForOneWithAToken() throws Exception {
        try (HubFixture known = new HubFixture(temp.resolve("known"), "hf_x")) {
            known.server.token("hf_x");
            assertThatThrownBy(() -> known.plan("main")).hasMessageContaining("has no model org/name, or");
        }
    }

    @Test
    void aBareNotFoundIsARepositoryThatIsNotThere() {
        fixture.server.server().trouble("/api/*", Trouble.status(404));

        assertThat(fault("main").what()).isEqualTo("The hub models has no model org/name");
    }

    @Test
    void aGatedRepositorySaysWhereItsLicenceIs() throws Exception {
        // Gated repositories show their description and their tree to all; the files are kept.
        String told = "accept the licence at %s/org/name, then set HF_TOKEN, or in settings.xml a <server> with the id"
                + " models, to a token of that account";
        for (String token : List.of("", "hf_other")) {
            try (HubFixture gated = new HubFixture(temp.resolve("gated" + token), token)) {
                HubRepo files = HubFixture.repo().gated();
                gated.server.token("hf_other").add(files);
                SnapshotPlan plan = gated.plan("main");

                assertThatThrownBy(() -> gated.lock(plan))
                        .hasMessageContaining(
                                "org/name is gated: its licence must be accepted before it can be fetched")
                        .hasMessageContaining(told.formatted(gated.server.endpoint()));
                LockedModel locked = new LockedModel(
                        "models",
                        "org/name",
                        "model",
                        "main",
                        plan.commit(),
                        List.of(new LockedModel.ModelFile(
                                "model.safetensors", 5000, "a".repeat(40), files.etag("model.safetensors"))));
                FaultException failure = new FaultException(Fault.of("no luck"));
                assertThat(gated.hub().explain(locked, failure)).hasMessageContaining("org/name is gated");
            }
        }
    }

    @Test
    void anotherFailureStaysWhatItIs() {
        LockedModel locked = fixture.lock(fixture.plan("main"));
        FaultException failure = new FaultException(Fault.of("the disk is full"));

        assertThat(fixture.hub().explain(locked, failure)).isSameAs(failure);
    }

    @Test
    void aTokenThatIsRefused() throws Exception {
        try (HubFixture stranger = new HubFixture(temp.resolve("stranger"), "hf_old")) {
            stranger.server.add(HubFixture.repo());

            assertThatThrownBy(() -> stranger.plan("main"))
                    .hasMessageContaining("The hub models refuses the token it was given")
                    .hasMessageContaining("renew it");
        }
    }

    @Test
    void aRevisionThatIsNotThereIsToldWithThoseThatAre() {
        repo.commit("one").tag("v1").tag("v2").branch("dev");

        Fault fault = fault("v3");

        assertThat(fault.what()).isEqualTo("org/name has no revision v3");
        assertThat(fault.where()).startsWith("<model> 1 of the POM, http://127.0.0.1:");
        assertThat(fault.detail()).isEqualTo("it has dev, main, v1, v2");
    }

    @Test
    void aCommitThatIsNotThere() {
        assertThat(fault("0".repeat(40)).what()).isEqualTo("org/name has no revision " + "0".repeat(40));
    }

    @Test
    void aShortCommitIsRefusedWhetherTheHubKnowsItOrNot() {
        String shortened = repo.sha().substring(0, 7);

        assertThat(fault(shortened).next()).isEqualTo("write the full commit, 40 hex digits");

        fixture.server
                .server()
                .serve(
                        "/api/models/org/name/revision/" + shortened,
                        Answer.json("{\"id\":\"org/name\",\"sha\":\"" + repo.sha() + "\"}"));
        Fault fault = fault(shortened);
        assertThat(fault.what()).isEqualTo(shortened + " is a shortened commit of org/name");
        assertThat(fault.detail()).isEqualTo("it stands for " + repo.sha() + " now");
    }

    @Test
    void aBranchThatOnlyLooksLikeACommitIsABranch() {
        repo.commit("one").branch("decade");

        assertThat(fixture.plan("decade").commit()).isEqualTo(repo.sha());
    }

    @Test
    void tooManyRequestsAndAServerThatFails() {
        fixture.server.server().trouble("/api/*", Trouble.status(429).times(1));
        assertThat(fault("main").what()).contains("too many requests (429)");

        fixture.server.server().trouble("/api/*", Trouble.status(503).times(1));
        assertThat(fault("main").what()).contains("(503)");
    }

    @Test
    void aDisabledRepository() {
        fixture.server
                .server()
                .trouble(
                        "/api/*",
                        Trouble.answer(
                                Answer.of(403, "{}").with("X-Error-Message", "Access to this resource is disabled.")));

        assertThat(fault("main").what()).isEqualTo("The hub models has disabled access to org/name");
    }

    @Test
    void anAddressThatIsNone() {
        for (String base : List.of("ftp://x", "https://u:p@x", "https://x?y", "file:///x", "/x")) {
            assertThatThrownBy(() -> new HubAddress(URI.create(base)))
                    .isInstanceOf(FaultException.class)
                    .hasMessageNotContaining("u:p");
        }
    }
}
