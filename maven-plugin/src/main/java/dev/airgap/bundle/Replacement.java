package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Replaces a folder by one made beside it, and never one that holds what no bundle laid there. */
final class Replacement implements AutoCloseable {

    private final Path folder;
    private final Scratch scratch;

    private Replacement(Path folder, Scratch scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    /**
     * Begins a replacement.
     *
     * @param bytes how many the new folder will hold
     * @throws FaultException where the folder is none or holds foreign content
     */
    static Replacement of(Path wanted, long bytes) throws IOException {
        Path folder = Files.isSymbolicLink(wanted)
                ? wanted.toRealPath()
                : wanted.toAbsolutePath().normalize();
        if (folder.getFileName() == null) {
            throw refused(folder, "it is the root of the file system");
        }
        check(folder);
        Scratch scratch = Scratch.beside(folder);
        try {
            scratch.requireRoom(bytes);
            Files.createDirectories(scratch.folder().resolve("new"));
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
        return new Replacement(folder, scratch);
    }

    Path folder() {
        return folder;
    }

    /** Returns the folder to fill. */
    Path fresh() {
        return scratch.folder().resolve("new");
    }

    /** Puts the new folder in the old one's place, or the old one back where that fails. */
    void finish() throws IOException {
        // What came in while the new one was made is as foreign as what was there before.
        check(folder);
        Path old = scratch.folder().resolve("old");
        boolean had = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (had) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh(), folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            if (had) {
                Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }

    private static void check(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(folder, "it is no folder");
        }
        List<String> there = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                there.add(path.getFileName().toString());
            }
        }
        if (there.isEmpty()) {
            return;
        }
        Set<String> foreign = new TreeSet<>(there);
        foreign.removeAll(ours(folder));
        if (!foreign.isEmpty()) {
            String some = String.join(", ", foreign.stream().limit(5).toList());
            throw refused(folder, "it holds what no bundle laid there: " + PathRules.shown(some));
        }
    }

    /** Names what an unpacked bundle has at the top; nothing where there is none. */
    private static Set<String> ours(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.PATH);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > ManifestJson.MOST_BYTES) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(Set.of(Manifest.PATH, Manifest.SUMS));
        try {
            for (ManifestFile listed :
                    ManifestJson.read(Files.readAllBytes(file)).files()) {
                int slash = listed.path().indexOf('/');
                names.add(slash < 0 ? listed.path() : listed.path().substring(0, slash));
            }
        } catch (IllegalArgumentException e) {
            throw refused(folder, "its airgap.json " + e.getMessage());
        }
        return names;
    }

    private static FaultException refused(Path folder, String reason) {
        return new FaultException(new Fault(
                "The folder is not replaced by the bundle",
                folder.toString(),
                reason,
                "Name another folder (airgap.outputDirectory), or clear this one yourself."));
    }
}
