package dev.airgap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.airgap.fault.FaultException;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Trouble;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fills a disk of eight megabytes, in memory. */
class FullDiskTest {

    private static final Sample BIG = Sample.of(6_000_000);

    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setMaxSize(8 << 20).build());
    private final LoopbackServer server = LoopbackServer.start();
    private final OkTransport transport =
            OkTransport.open(HttpSettings.builder("1").build());
    private final Store store = Store.open(disk.getPath("/store"));

    @AfterEach
    void close() throws IOException {
        transport.close();
        server.close();
        disk.close();
    }

    private Path occupy(int bytes) throws IOException {
        return Files.write(disk.getPath("/other"), new byte[bytes]);
    }

    @Test
    void saysSoWhenTheDiskFillsWhileASizeIsUnknown() throws IOException {
        BIG.at(server, "/a.whl");
        server.trouble("/a.whl", Trouble.withoutLength());
        Blob unknown = Blob.sha256("a.whl", "test", server.url("/a.whl"), BIG.sha256(), -1);
        Path other = occupy(4 << 20);

        assertThatThrownBy(() -> store.fetch(unknown, transport, Progress.NONE))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("The disk is full: a.whl can't be written\n  at /store\n"
                        + "  needed: an unknown number of bytes\n  free: ")
                .hasMessageContaining("-Dairgap.store or AIRGAP_STORE");
        assertThat(store.find(BIG.sha256(), -1)).isEmpty();

        // What arrived is sound: with room made, the rest alone is fetched.
        Files.delete(other);
        Entry entry = store.fetch(unknown, transport, Progress.NONE);
        assertThat(Files.readAllBytes(entry.path())).isEqualTo(BIG.bytes());
        assertThat(server.log().get(1).range()).isPresent();
        assertThat(server.log().get(1).bytes()).isLessThan(BIG.size());
    }

    @Test
    void refusesWhatCannotFitBeforeItAsks() throws IOException {
        Blob blob = BIG.at(server, "/a.whl");
        occupy(4 << 20);

        assertThatThrownBy(() -> store.fetch(blob, transport, Progress.NONE))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("The disk is full: what is to be fetched can't be written\n  at /store\n"
                        + "  needed: 6,000,000 bytes (6.0 MB)\n  free: ");
        assertThat(server.log()).isEmpty();
    }

    @Test
    void leavesNoHalfOfACachedFile() throws IOException {
        occupy((8 << 20) - (1 << 16));
        Path page = disk.getPath("/store/index/page");

        assertThatThrownBy(() -> AtomicFile.write(page, new byte[1 << 20])).isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(page.getParent())) {
            assertThat(left).isEmpty();
        }
    }
}
