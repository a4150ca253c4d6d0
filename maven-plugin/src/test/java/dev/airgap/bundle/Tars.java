package dev.airgap.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs bundles as an attacker or an accident would: any entry under any name, and a sound bundle's files changed. */
final class Tars {

    /** Describes an entry; the link's target is empty for all but links. */
    @SuppressWarnings("ArrayRecordComponent")
    record Item(String name, byte type, byte[] content, String link) {}

    private final List<Item> items = new ArrayList<>();

    /** Takes all files of a sound sample. */
    static Tars of(Samples samples) {
        Tars tars = new Tars();
        for (BundleEntry entry : samples.plan().entries()) {
            byte[] content = entry.isAwaited()
                    ? samples.contents.get(entry.path())
                    : Samples.bytes(entry.text().orElseThrow());
            tars.file(entry.path(), content);
        }
        return tars;
    }

    Tars file(String name, byte[] content) {
        return item(name, TarArchiveEntry.LF_NORMAL, content, "");
    }

    Tars item(String name, byte type, byte[] content, String link) {
        items.add(new Item(name, type, content, link));
        return this;
    }

    Tars without(String name) {
        items.removeIf(item -> item.name().equals(name));
        return this;
    }

    Tars replace(String name, byte[] content) {
        return without(name).file(name, content);
    }

    byte[] content(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }

    /** Writes the manifest anew for what is there, and the checksums for it: the attacker who knows the format. */
    Tars consistent() {
        Manifest old = ManifestJson.read(content(Manifest.PATH));
        List<ManifestFile> files = new ArrayList<>();
        for (Item item : items) {
            if (!item.name().equals(Manifest.PATH) && !item.name().equals(Manifest.SUMS)) {
                ManifestFile known = old.files().stream()
                        .filter(file -> file.path().equals(item.name()))
                        .findFirst()
                        .orElse(new ManifestFile(item.name(), 0, "", "file", "", List.of()));
                files.add(new ManifestFile(
                        item.name(),
                        item.content().length,
                        Sha256.of(item.content()),
                        known.kind(),
                        "",
                        known.targets()));
            }
        }
        return manifest(Manifest.of("evil", "1", Instant.EPOCH, "", old.targets(), List.of(), files));
    }

    Tars manifest(Manifest manifest) {
        byte[] json = ManifestJson.write(manifest);
        return replace(Manifest.PATH, json)
                .replace(Manifest.SUMS, Samples.bytes(Sums.write(manifest, Sha256.of(json))));
    }

    Path write(Path tar) throws IOException {
        try (OutputStream out = Files.newOutputStream(tar);
                TarArchiveOutputStream tars = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tars.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Item item : items) {
                TarArchiveEntry entry = new TarArchiveEntry(item.name(), item.type(), true);
                entry.setLinkName(item.link());
                entry.setSize(item.content().length);
                tars.putArchiveEntry(entry);
                tars.write(item.content());
                tars.closeArchiveEntry();
            }
        }
        return tar;
    }
}
