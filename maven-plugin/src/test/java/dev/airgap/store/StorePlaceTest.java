package dev.airgap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorePlaceTest {

    private static final Path HOME = Path.of("/home/ann").toAbsolutePath();

    @Test
    void choosesThePlatformsPlace() {
        assertThat(StorePlace.locate(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".cache/airgap"));
        assertThat(StorePlace.locate(Map.of("XDG_CACHE_HOME", "/var/x"), "Linux", HOME))
                .isEqualTo(Path.of("/var/x/airgap"));
        assertThat(StorePlace.locate(Map.of("XDG_CACHE_HOME", "x"), "Linux", HOME))
                .isEqualTo(HOME.resolve(".cache/airgap"));
        assertThat(StorePlace.locate(Map.of(), "Mac OS X", HOME)).isEqualTo(HOME.resolve("Library/Caches/airgap"));
        assertThat(StorePlace.locate(Map.of(), "Windows 11", HOME)).isEqualTo(HOME.resolve("AppData/Local/airgap"));
        assertThat(StorePlace.locate(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
                .isEqualTo(Path.of("/local/airgap"));
        assertThat(StorePlace.locate(Map.of("AIRGAP_STORE", "/srv/s", "XDG_CACHE_HOME", "/x"), "Linux", HOME))
                .isEqualTo(Path.of("/srv/s"));
    }

    @Test
    void replacesAFileWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        Path target = folder.resolve("deep/er/file");
        AtomicFile.write(target, new byte[] {1, 2});
        assertThat(target).hasBinaryContent(new byte[] {1, 2});
        try (AtomicFile file = new AtomicFile(target)) {
            file.channel().write(java.nio.ByteBuffer.wrap(new byte[] {3}));
        }
        assertThat(target).hasBinaryContent(new byte[] {1, 2});
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }
}
