package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealRecordTest {

    private static final String INPUTS = "sha256:abc";
    private static final String DIGEST = "sha256:def";

    @TempDir
    Path folder;

    private Path tar;
    private Path record;

    @BeforeEach
    void seal() throws Exception {
        tar = Files.writeString(folder.resolve("b.tar"), "bundle");
        Files.setLastModifiedTime(tar, FileTime.from(Instant.parse("2026-11-21T10:00:00.123456789Z")));
        record = folder.resolve("airgap").resolve("sealed");
        SealRecord.write(record, tar, DIGEST, SealRecord.stamp(tar), INPUTS);
    }

    @Test
    void anUntouchedTarIsCurrent() {
        assertThat(SealRecord.current(record, tar, INPUTS)).isTrue();
    }

    @Test
    void otherInputsAreNot() {
        assertThat(SealRecord.current(record, tar, "sha256:abd")).isFalse();
    }

    @Test
    void aNanosecondIsSeen() throws Exception {
        Files.setLastModifiedTime(tar, FileTime.from(Instant.parse("2026-11-21T10:00:00.123456788Z")));
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
    }

    @Test
    void anotherFileOfTheSameSizeAndTimeIsSeen() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "elbnub");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(tar));
        Files.delete(tar);
        Files.move(other, tar);
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
    }

    @Test
    void anEditInPlaceWithItsTimePutBackIsSeen() throws Exception {
        FileTime time = Files.getLastModifiedTime(tar);
        Object changed = Files.getAttribute(tar, "unix:ctime");
        // A file system's clock ticks in milliseconds: edit until the tick after the record's has come.
        while (Files.getAttribute(tar, "unix:ctime").equals(changed)) {
            Files.writeString(tar, "elbnub");
            Files.setLastModifiedTime(tar, time);
        }
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
    }

    @Test
    void aNewLinkTouchesTheInodeAndTheDigestMustTell() throws Exception {
        Object changed = Files.getAttribute(tar, "unix:ctime");
        Path link = folder.resolve("link.tar");
        while (Files.getAttribute(tar, "unix:ctime").equals(changed)) {
            Files.deleteIfExists(link);
            Files.createLink(link, tar);
        }
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
        assertThat(SealRecord.touched(record, tar, INPUTS)).isEqualTo(DIGEST);
        assertThat(SealRecord.touched(record, tar, "sha256:abd")).isEmpty();
        Files.writeString(tar, "bundle and more");
        assertThat(SealRecord.touched(record, tar, INPUTS)).isEmpty();
    }

    @Test
    void whatTookTheSealedTarsPlaceIsNotRecorded() throws Exception {
        String stamp = SealRecord.stamp(tar);
        Path other = Files.writeString(folder.resolve("other"), "elbnub");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(tar));
        Files.move(other, tar, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> SealRecord.write(record, tar, DIGEST, stamp, INPUTS))
                .hasMessageContaining("replaced");
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
    }

    @Test
    void aMoveLeavesTheSealedTarWhatItWas() throws Exception {
        String stamp = SealRecord.stamp(tar);
        Path moved = Files.move(tar, folder.resolve("moved.tar"));
        SealRecord.write(record, moved, DIGEST, stamp, INPUTS);
        assertThat(SealRecord.current(record, moved, INPUTS)).isTrue();
    }

    @Test
    void anotherSizeIsSeen() throws Exception {
        FileTime time = Files.getLastModifiedTime(tar);
        Files.writeString(tar, "bundle and more");
        Files.setLastModifiedTime(tar, time);
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
    }

    @Test
    void withoutTarOrRecordNothingIsCurrent() throws Exception {
        Files.writeString(record, "cut");
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
        Files.delete(record);
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
        String stamp = SealRecord.stamp(tar);
        SealRecord.write(record, tar, DIGEST, stamp, INPUTS);
        Files.delete(tar);
        assertThat(SealRecord.current(record, tar, INPUTS)).isFalse();
    }

    @Test
    void theQuestionLoadsNeitherJacksonNorCompress() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String loaded = Shell.run(
                folder,
                java,
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                CurrentMain.class.getName(),
                record.toString(),
                tar.toString(),
                INPUTS);
        assertThat(loaded).contains("dev.airgap.bundle.SealRecord ");
        assertThat(loaded)
                .doesNotContain("com.fasterxml.jackson", "org.apache.commons", "java.security.MessageDigest ");
        assertThat(loaded.lines().filter(line -> line.contains("dev.airgap."))).hasSize(2);
    }
}
