package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.lock.LockedModel.ModelFile;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FolderTreeTest extends LocalFixture {

    @Test
    void aFolderIsPinnedAsGitWouldPinIt() throws Exception {
        write("config.json", "hello\n");
        write("1_Pooling/config.json", "{}");
        write(".git/config", "secret");
        write(".cache/huggingface/download/config.json.metadata", "x");
        LocalSnapshot snapshot = ofFolder();
        // printf 'hello\n' | git hash-object --stdin; | sha256sum
        assertThat(snapshot.files())
                .extracting(ModelFile::path)
                .containsExactly("1_Pooling/config.json", "config.json");
        assertThat(snapshot.files().get(1))
                .isEqualTo(new ModelFile(
                        "config.json",
                        6,
                        "ce013625030ba8dba906f756967f9e9ca394464a",
                        "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"));
        // sha256sum 1_Pooling/config.json config.json | sha256sum | cut -c1-40
        assertThat(snapshot.identity()).isEqualTo("2befeb68ccb38c268313cbceb06ab2fc2d6ef16f");
        assertThat(snapshot.plan().commit()).isEqualTo(snapshot.identity());
    }

    @Test
    void theSameFilesElsewhereAreTheSameSnapshot() throws Exception {
        write("a/config.json", "{}");
        write("b/config.json", "{}");
        String one = read(request("main"), FolderTree.read(folder.resolve("a"), request("main")), Duration.ZERO)
                .identity();
        Files.setLastModifiedTime(folder.resolve("b/config.json"), FileTime.fromMillis(1_000_000));
        LocalTree other = FolderTree.read(folder.resolve("b"), request("main"));
        assertThat(read(request("main"), other, Duration.ZERO).identity()).isEqualTo(one);
        write("b/config.json", "[]");
        other = FolderTree.read(folder.resolve("b"), request("main"));
        assertThat(read(request("main"), other, Duration.ZERO).identity()).isNotEqualTo(one);
    }

    @Test
    void aCommitThatTheUserKnowsIsTheCommit() throws Exception {
        write("config.json", "{}");
        LocalSnapshot snapshot = read(request(COMMIT), FolderTree.read(folder, request(COMMIT)), Duration.ZERO);
        assertThat(snapshot.plan().commit()).isEqualTo(COMMIT);
        assertThat(snapshot.identity()).isNotEqualTo(COMMIT);
    }

    @Test
    void aBigFileHasThePointersOid() throws Exception {
        byte[] big = new byte[(int) LocalDigests.MOST_PLAIN + 1];
        Files.write(folder.resolve("model.safetensors"), big);
        ModelFile file = ofFolder().files().get(0);
        assertThat(file.oid()).isEqualTo(FileEntries.pointer(file.sha256(), big.length));
    }

    @Test
    void linksAreFollowedInsideTheFolderAlone() throws Exception {
        write("real/config.json", "{}");
        link("config.json", "real/config.json");
        assertThat(ofFolder().files()).extracting(ModelFile::path).contains("config.json");
        link("stolen.txt", "/etc/hostname");
        link("up.txt", "../" + folder.getFileName() + "-elsewhere");
        link("all", "real");
        assertThatThrownBy(this::ofFolder)
                .isInstanceOf(FaultException.class)
                .hasMessageContainingAll(
                        "stolen.txt: it is a link that leads out of the folder",
                        "up.txt: it is a link that leads nowhere",
                        "all: it is a link to a folder",
                        "<model> in pom.xml",
                        "<excludes>");
        assertThat(ofFolder("stolen.txt", "up.txt", "all").files()).hasSize(2);
    }

    @Test
    void whatIsNoFileIsRefused() throws Exception {
        write("config.json", "{}");
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThatThrownBy(this::ofFolder).hasMessageContaining("pipe: it is no plain file");
    }

    @Test
    void namesThatAreNoFilesElsewhereAreRefused() throws Exception {
        write("a:b.json", "{}");
        write("aux.json", "{}");
        write("dot./x.json", "{}");
        write("Config.json", "{}");
        write("config.json", "{}");
        assertThatThrownBy(this::ofFolder)
                .hasMessageContainingAll(
                        "a:b.json: it has \":\" in it",
                        "\"aux.json\" is a device",
                        "dot./x.json: a part of it ends with a dot",
                        "config.json: it clashes with Config.json");
    }

    @Test
    void aCachesOwnSnapshotSaysHowToNameIt() throws Exception {
        ref("main", COMMIT);
        cached("config.json", "{}", false);
        folder = folder.resolve("models--org--name/snapshots/" + COMMIT);
        assertThatThrownBy(this::ofFolder).hasMessageContainingAll("config.json", "<cache>");
    }

    @Test
    void aCloneWithoutItsBigFilesIsTold() throws Exception {
        write(
                "model.safetensors",
                "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12345\n");
        assertThatThrownBy(this::ofFolder)
                .hasMessageContainingAll("Git LFS pointer", "model.safetensors", "git lfs pull");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> FolderTree.read(folder.resolve("none"), request("main")))
                .hasMessageContainingAll("The folder of org/name is not on this machine", "none", "<model> in pom.xml");
    }
}
