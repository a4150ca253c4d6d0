package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginVersionTest {

    @TempDir
    Path folder;

    @Test
    void aSnapshotThatWasBuiltAgainIsAnotherBuildAndAReleaseIsNot() throws Exception {
        Path jar = Files.writeString(folder.resolve("plugin.jar"), "one");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        String snapshot = PluginVersion.build("1-SNAPSHOT", jar);
        String release = PluginVersion.build("1", jar);
        assertThat(PluginVersion.build("1-SNAPSHOT", jar)).isEqualTo(snapshot);
        Files.writeString(jar, "two");
        assertThat(PluginVersion.build("1-SNAPSHOT", jar)).isNotEqualTo(snapshot);
        assertThat(PluginVersion.build("1", jar)).isEqualTo(release);
        assertThat(PluginVersion.build()).startsWith(PluginVersion.get());
    }
}
