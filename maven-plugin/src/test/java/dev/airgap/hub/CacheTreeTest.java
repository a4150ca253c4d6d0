package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.lock.LockedModel.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CacheTreeTest extends LocalFixture {

    @Test
    void aCachePinsWhatTheHubWouldPin() throws Exception {
        ref("main", COMMIT);
        ref("refs/pr/1", COMMIT);
        cached("config.json", "hello\n", false);
        cached("1_Pooling/config.json", "{}", false);
        cached("model.safetensors", "weights", true);
        LocalSnapshot snapshot = ofCache("main");
        assertThat(snapshot.plan().commit()).isEqualTo(COMMIT);
        assertThat(snapshot.plan().notes()).isEmpty();
        assertThat(snapshot.files()).hasSize(3);
        assertThat(snapshot.files().get(1).oid()).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
        ModelFile weights = snapshot.files().get(2);
        assertThat(weights.oid()).isEqualTo(FileEntries.pointer(weights.sha256(), 7));
        assertThat(ofCache(COMMIT).files()).isEqualTo(snapshot.files());
        assertThat(ofCache("refs/pr/1").files()).isEqualTo(snapshot.files());
    }

    @Test
    void aDamagedBlobIsTold() throws Exception {
        ref("main", COMMIT);
        Path config = cached("config.json", "hello\n", false);
        Path weights = cached("model.safetensors", "weights", true);
        Files.writeString(config, "hullo\n");
        Files.writeString(weights, "weighty");
        assertThatThrownBy(() -> ofCache("main"))
                .isInstanceOf(FaultException.class)
                .hasMessageContainingAll(
                        "org/name/config.json is damaged", "org/name/model.safetensors is damaged", config.toString());
    }

    @Test
    void plainFilesOfACacheAreTakenAndSaidToBeUnproved() throws Exception {
        ref("main", COMMIT);
        write("models--org--name/snapshots/" + COMMIT + "/config.json", "{}");
        assertThat(ofCache("main").plan().notes()).singleElement().asString().contains("nothing proves them");
    }

    @Test
    void noLinkLeadsOutOfTheRepository() throws Exception {
        ref("main", COMMIT);
        cached("config.json", "{}", false);
        String snapshot = "models--org--name/snapshots/" + COMMIT + "/";
        String name = "a".repeat(40);
        write("models--org--other/blobs/" + name, "other");
        link(snapshot + "other.json", "../../../models--org--other/blobs/" + name);
        link(snapshot + "passwd.json", "/etc/passwd");
        link(snapshot + "named.json", "../../blobs/passwd");
        link("models--org--name/blobs/" + name, "/etc/passwd");
        link(snapshot + "twice.json", "../../blobs/" + name);
        link(snapshot + "gone.json", "../../blobs/" + "b".repeat(64));
        link(snapshot + "folder", "../../../models--org--other");
        assertThatThrownBy(() -> ofCache("main"))
                .hasMessageContainingAll(
                        "other.json: it is a link to no blob of its repository",
                        "passwd.json: it is a link to no blob",
                        "named.json: it is a link to no blob",
                        "twice.json: its blob is missing, or no plain file",
                        "gone.json: its blob is missing",
                        "folder: it is a link to no blob");
    }

    @Test
    void noFolderOnTheWayIsALink() throws Exception {
        write("elsewhere/snapshots/" + COMMIT + "/config.json", "{}");
        write("elsewhere/refs/main", COMMIT);
        link("models--org--name", "elsewhere");
        assertThatThrownBy(() -> ofCache("main")).hasMessageContainingAll("leads elsewhere", "models--org--name");
        Files.delete(folder.resolve("models--org--name"));
        link("models--org--name/snapshots", "../elsewhere/snapshots");
        assertThatThrownBy(() -> ofCache(COMMIT)).hasMessageContaining("leads elsewhere");
        link("models--org--name/refs", "../elsewhere/refs");
        assertThatThrownBy(() -> ofCache("main")).hasMessageContaining("leads elsewhere");
    }

    @Test
    void blobsBehindALinkAreNotRead() throws Exception {
        ref("main", COMMIT);
        cached("config.json", "{}", false);
        Files.move(folder.resolve("models--org--name/blobs"), folder.resolve("blobs"));
        link("models--org--name/blobs", "../blobs");
        assertThatThrownBy(() -> ofCache("main")).hasMessageContaining("config.json: its blob is missing");
    }

    @Test
    void aRefIsReadAsTheReferenceClientReadsIt() throws Exception {
        ref("main", COMMIT + "\n");
        cached("config.json", "{}", false);
        assertThatThrownBy(() -> ofCache("main")).hasMessageContainingAll("ref main of org/name is damaged", "40 hex");
        ref("main", "../../../../etc");
        assertThatThrownBy(() -> ofCache("main")).hasMessageContaining("damaged");
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() throws Exception {
        assertThatThrownBy(() -> ofCache("main"))
                .hasMessageContainingAll("no model org/name", "models--org--name", "HF_HUB_CACHE");
        ref("v1", COMMIT);
        cached("config.json", "{}", false);
        assertThatThrownBy(() -> ofCache("main"))
                .hasMessageContainingAll("no revision main", "Its refs are v1; its commits are " + COMMIT);
        assertThatThrownBy(() -> ofCache("f".repeat(40)))
                .hasMessageContainingAll("no snapshot " + "f".repeat(40), "It has " + COMMIT);
    }
}
