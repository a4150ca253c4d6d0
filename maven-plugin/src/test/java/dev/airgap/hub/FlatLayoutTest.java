package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.hub.HubLayout.Laid;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.lock.ModelLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatLayoutTest {

    private static final String COMMIT = "0".repeat(40);

    @Test
    void aFlatModelHasNoCommitInItsPath() {
        LockedModel flat = model("org/name", "main", new ModelLayout(false, "org/name"));
        assertThat(FlatLayout.of(List.of(flat))).extracting(Laid::path).containsExactly("models/flat/org/name/c.json");
        assertThat(HubLayout.of(List.of(flat))).isEmpty();
    }

    @Test
    void oneSnapshotStandsInBothLayouts() {
        LockedModel both = model("org/name", "main", new ModelLayout(true, "mine"));
        assertThat(FlatLayout.of(List.of(both))).extracting(Laid::path).containsExactly("models/flat/mine/c.json");
        assertThat(HubLayout.of(List.of(both))).hasSize(2);
        assertThat(FlatLayout.of(List.of(model("org/name", "main", ModelLayout.HUB))))
                .isEmpty();
    }

    @Test
    void twoSnapshotsNeverShareAFile() {
        LockedModel one = model("org/name", "main", new ModelLayout(false, "org/name"));
        LockedModel other = new LockedModel(
                "hub",
                "org/name",
                "model",
                "v1",
                COMMIT,
                List.of(new ModelFile("c.json", 1, COMMIT, "1".repeat(64))),
                "",
                new ModelLayout(false, "org/name"));
        assertThatThrownBy(() -> FlatLayout.of(List.of(one, other)))
                .isInstanceOf(FaultException.class)
                .hasMessageContainingAll("models/flat/org/name/c.json", "org/name@main", "org/name@v1", "<path>");
    }

    private static LockedModel model(String repo, String revision, ModelLayout layout) {
        ModelFile file = new ModelFile("c.json", 1, COMMIT, "0".repeat(64));
        return new LockedModel("hub", repo, "model", revision, COMMIT, List.of(file), "", layout);
    }
}
