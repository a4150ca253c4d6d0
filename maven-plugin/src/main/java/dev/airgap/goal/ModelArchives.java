package dev.airgap.goal;

import dev.airgap.bundle.Archive;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.FullDisk;
import dev.airgap.http.SafeUrl;
import dev.airgap.hub.CacheTree;
import dev.airgap.hub.FlatLayout;
import dev.airgap.hub.FolderTree;
import dev.airgap.hub.HubLayout;
import dev.airgap.hub.LocalTree;
import dev.airgap.hub.ModelRequest;
import dev.airgap.store.FileDigest;
import dev.airgap.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds a snapshot in an archive: a bundle of this plugin, a Hugging Face cache, or the files themselves. */
final class ModelArchives {

    private static final String UNPACKED = "unpacked";
    private static final String INSIDE = "m";

    private final Store store;

    ModelArchives(Store store) {
        this.store = store;
    }

    /**
     * Reads a snapshot.
     *
     * @param file a zip, jar, tar or tar.gz
     * @param label how people are told of it
     */
    LocalTree read(Path file, String label, ModelRequest request) {
        Path folder = unpacked(file, label, request.where());
        try {
            Path hub = folder.resolve(HubLayout.ROOT);
            Path flat = folder.resolve(FlatLayout.ROOT).resolve(request.repo());
            if (CacheTree.has(folder, request)) {
                return CacheTree.read(folder, request);
            }
            if (CacheTree.has(hub, request)) {
                return CacheTree.read(hub, request);
            }
            if (Files.isDirectory(flat)) {
                return FolderTree.read(flat, request);
            }
            if (Files.exists(folder.resolve("airgap.json"))) {
                throw new FaultException(
                        Fault.of("The bundle " + label + " has no " + request.type() + " " + request.repo())
                                .at(request.where())
                                .because("It has " + models(hub) + ".")
                                .advise("Name one of these, or another artifact."));
            }
            return FolderTree.read(top(folder), request);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /**
     * Deletes the unpacked archive that a folder belongs to.
     *
     * @param inside the folder or one below it
     */
    void forget(Path inside) {
        try {
            Path all = store.folder(UNPACKED).toRealPath();
            if (inside.startsWith(all) && !inside.equals(all)) {
                delete(all.resolve(all.relativize(inside).getName(0)));
            }
        } catch (IOException e) {
            throw unusable(store.root(), e);
        }
    }

    private static String models(Path hub) throws IOException {
        if (!Files.isDirectory(hub)) {
            return "no model in " + HubLayout.ROOT;
        }
        try (Stream<Path> list = Files.list(hub)) {
            return String.join(
                    ", ",
                    list.map(path -> path.getFileName()
                                    .toString()
                                    .replaceFirst("^[a-z]+--", "")
                                    .replace("--", "/"))
                            .sorted()
                            .limit(8)
                            .toList());
        }
    }

    /** Passes folders that hold one folder and nothing else, as archives of a folder do; a jar's own notes count not. */
    private static Path top(Path folder) throws IOException {
        Path top = folder;
        while (true) {
            List<Path> inside = new ArrayList<>();
            try (Stream<Path> list = Files.list(top)) {
                list.filter(path -> !path.endsWith("META-INF")).forEach(inside::add);
            }
            if (inside.size() != 1 || !Files.isDirectory(inside.get(0))) {
                return top;
            }
            top = inside.get(0);
        }
    }

    /** Unpacks an archive into the store, once for all who use it. */
    private Path unpacked(Path file, String label, String where) {
        Path fresh = null;
        try {
            Path folder = store.folder(UNPACKED).resolve(FileDigest.sha256(file));
            if (Files.isDirectory(folder)) {
                return folder;
            }
            fresh = Files.createDirectory(folder.resolveSibling(UUID.randomUUID() + ".tmp"));
            new Archive(file, label, where, INSIDE, 0).unpack(fresh);
            // A jar's own notes are no part of a model.
            delete(fresh.resolve("META-INF"));
            move(fresh, folder);
            return folder;
        } catch (IOException e) {
            throw unusable(file, e);
        } catch (UncheckedIOException e) {
            throw unusable(store.root(), e.getCause());
        } catch (FaultException e) {
            throw new FaultException(
                    e.faults().stream()
                            .map(fault -> fault.advise(
                                    "Name an artifact that is a zip, a jar, a tar or a tar.gz of plain files."))
                            .toList(),
                    e);
        } finally {
            if (fresh != null) {
                delete(fresh);
            }
        }
    }

    /** Another process may have been faster; what it made is the same. */
    private static void move(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path done, IOException failure) throws IOException {
                    Files.delete(done);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static FaultException unusable(Path place, IOException e) {
        String elsewhere = "or name another store with -Dairgap.store=….";
        Fault fault = FullDisk.of(e, "the files of a model's archive", place, -1, "Free space there, " + elsewhere)
                .orElseGet(() -> Fault.of("The archive of a model can't be unpacked")
                        .at(place.toString())
                        .because(SafeUrl.printable(String.valueOf(e)))
                        .advise("See that the folder can be written, " + elsewhere));
        return new FaultException(fault, e);
    }
}
