package dev.airgap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Holds a tar's entries in their order; for the small ones of cases. */
public final class Tar {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();

    private Tar() {}

    static Tar read(Path file) {
        Tar tar = new Tar();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream entries = new TarArchiveInputStream(in, "UTF-8")) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                tar.entries.put(entry.getName(), entry);
                if (entry.isFile()) {
                    tar.files.put(entry.getName(), entries.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tar;
    }

    /** Gives the names of the files. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** Gives a file's bytes. */
    public byte[] bytes(String name) {
        assertThat(files).containsKey(name);
        return files.get(name);
    }

    /** Gives a text file. */
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** Demands that these files are there. */
    public Tar holds(String... names) {
        assertThat(files).containsKeys(names);
        return this;
    }

    /** Demands that no file's name ends so. */
    public Tar lacks(String... ends) {
        for (String end : ends) {
            assertThat(files.keySet()).noneMatch(name -> name.endsWith(end));
        }
        return this;
    }

    /** Demands what the contract says of headers: owner 0, modes 0644 and 0755, one time for all. */
    public Tar isPlain() {
        assertThat(entries.values()).allSatisfy(entry -> {
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.getLongGroupId()).isZero();
            assertThat(entry.isSymbolicLink() || entry.isLink()).isFalse();
            assertThat(entry.getMode() & 0777).isEqualTo(entry.isDirectory() ? 0755 : 0644);
        });
        assertThat(entries.values())
                .extracting(TarArchiveEntry::getLastModifiedTime)
                .containsOnly(entries.values().iterator().next().getLastModifiedTime());
        return this;
    }
}
