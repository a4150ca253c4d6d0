package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.hub.HubLayout.Laid;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubLayoutTest {

    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);

    @Test
    void laysAModelOutWithItsRevisionAndMain() {
        List<Laid> laid =
                HubLayout.of(List.of(model("org/name", "refs/pr/1", A, "config.json", "1_Pooling/config.json")));

        assertThat(laid)
                .extracting(Laid::path)
                .containsExactly(
                        "models/hub/models--org--name/refs/main",
                        "models/hub/models--org--name/refs/refs/pr/1",
                        "models/hub/models--org--name/snapshots/" + A + "/1_Pooling/config.json",
                        "models/hub/models--org--name/snapshots/" + A + "/config.json");
        assertThat(laid.get(0).text()).isEqualTo(A);
        assertThat(laid.get(0).file()).isEmpty();
        assertThat(laid.get(3).file()).map(ModelFile::path).contains("config.json");
    }

    @Test
    void laysDatasetsAndBareNamesOut() {
        LockedModel data = new LockedModel("hub", "squad", "dataset", "v1", B, List.of(file("a.parquet", "1")));

        assertThat(paths(List.of(data, model("gpt2", A, A, "config.json"))))
                .containsExactly(
                        "models/hub/datasets--squad/refs/main",
                        "models/hub/datasets--squad/refs/v1",
                        "models/hub/datasets--squad/snapshots/" + B + "/a.parquet",
                        "models/hub/models--gpt2/refs/main",
                        "models/hub/models--gpt2/snapshots/" + A + "/config.json");
    }

    @Test
    void givesNoMainWhereThereAreTwoCommits() {
        assertThat(paths(List.of(model("x", "v1", A, "c"), model("x", "v2", B, "c"))))
                .containsExactly(
                        "models/hub/models--x/refs/v1",
                        "models/hub/models--x/refs/v2",
                        "models/hub/models--x/snapshots/" + A + "/c",
                        "models/hub/models--x/snapshots/" + B + "/c");
    }

    @Test
    void joinsTwoRequestsForOneCommit() {
        assertThat(paths(List.of(model("x", "main", A, "c", "d"), model("x", "v1", A, "d", "e"))))
                .containsExactly(
                        "models/hub/models--x/refs/main",
                        "models/hub/models--x/refs/v1",
                        "models/hub/models--x/snapshots/" + A + "/c",
                        "models/hub/models--x/snapshots/" + A + "/d",
                        "models/hub/models--x/snapshots/" + A + "/e");
    }

    @Test
    void refusesOnePlaceForTwo() {
        assertThatThrownBy(() -> HubLayout.of(List.of(model("x", "main", A, "c"), model("x", "main", B, "c"))))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Two models claim one place in the bundle")
                .hasMessageContaining("x@main of the hub hub, commit " + B);
    }

    private static List<String> paths(List<LockedModel> models) {
        return HubLayout.of(models).stream().map(Laid::path).toList();
    }

    private static LockedModel model(String repo, String revision, String commit, String... paths) {
        List<ModelFile> files = new ArrayList<>();
        for (String path : paths) {
            files.add(file(path, "1"));
        }
        return new LockedModel("hub", repo, "model", revision, commit, files);
    }

    private static ModelFile file(String path, String digit) {
        return new ModelFile(path, 1, digit.repeat(40), digit.repeat(64));
    }
}
