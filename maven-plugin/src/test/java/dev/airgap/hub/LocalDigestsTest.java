package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalDigestsTest extends LocalFixture {

    private static final Duration LATER = Duration.ofHours(1);

    @Test
    void anUnchangedFileIsNotReadAgain() throws Exception {
        write("config.json", "{}");
        LocalSnapshot first = later();
        // What is remembered is believed, so a false memory shows that nothing was read.
        Path memory = memory();
        String sha256 = first.files().get(0).sha256();
        Files.writeString(memory, Files.readString(memory).replace(sha256, "f".repeat(64)));
        assertThat(later().files().get(0).sha256()).isEqualTo("f".repeat(64));
        write("config.json", "{ }");
        assertThat(later().files().get(0).sha256()).isNotEqualTo("f".repeat(64)).isNotEqualTo(sha256);
    }

    @Test
    void aChangeThatSetsTheTimeBackIsNoticed() throws Exception {
        Path file = write("config.json", "{}");
        FileTime time = Files.getLastModifiedTime(file);
        LocalSnapshot first = later();
        write("config.json", "[]");
        Files.setLastModifiedTime(file, time);
        assertThat(later().identity()).isNotEqualTo(first.identity());
    }

    @Test
    void aFileThatChangedJustNowIsReadAgain() throws Exception {
        write("config.json", "{}");
        ofFolder();
        try (Stream<Path> kept = Files.list(memory().getParent())) {
            assertThat(Files.readString(kept.findFirst().orElseThrow())).isEmpty();
        }
    }

    @Test
    void aBrokenMemoryIsForgotten() throws Exception {
        write("config.json", "{}");
        LocalSnapshot first = later();
        for (String text : new String[] {"", "x\ty\tz\n", "\0\t\t\t\t\n", "a\tb\tc\tconfig.json\n"}) {
            Files.writeString(memory(), text);
            assertThat(later().files()).isEqualTo(first.files());
        }
    }

    @Test
    void aFileThatChangesWhileItIsReadIsTold() throws Exception {
        write("config.json", "{}");
        LocalTree tree = FolderTree.read(folder, request("main"));
        write("config.json", "{ \"more\": 1 }");
        assertThatThrownBy(() -> read(request("main"), tree, LATER))
                .hasMessageContainingAll("changed while it was read", "config.json");
    }

    private LocalSnapshot later() {
        return read(request("main"), FolderTree.read(folder, request("main")), LATER);
    }

    private Path memory() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolveSibling(folder.getFileName() + "-memory"))) {
            return all.findFirst().orElseThrow();
        }
    }
}
