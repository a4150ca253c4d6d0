package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        if (Files.isSymbolicLink(wanted) && !Files.exists(wanted)) {
            throw new FaultException(new Fault(
                    "The folder to unpack into is a link that leads nowhere",
                    wanted.toString(),
                    "it leads to " + Files.readSymbolicLink(wanted),
                    "Make the folder that it leads to, delete the link, or name another folder"
                            + " (airgap.outputDirectory)."));
        }
        Path folder = Files.isSymbolicLink(wanted)
                ? wanted.toRealPath()
                : wanted.toAbsolutePath().normalize();
        if (folder.getFileName() == null) {
            throw refused(folder, "it is the root of the file system");
        }
        Scratch scratch = Scratch.beside(folder);
        try {
            check(folder, folder);
            scratch.requireRoom(bytes);
            Files.createDirectories(scratch.fresh());
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
        return scratch.fresh();
    }

    /** Puts the new folder in the old one's place; where that fails, closing puts the old one back. */
    void finish() throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(folder, scratch.old(), StandardCopyOption.ATOMIC_MOVE);
            // What came in while the new one was made is as foreign as what was there before; now nothing more comes
            // in.
            check(scratch.old(), folder);
        }
        Files.move(fresh(), folder, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }

    /** Checks a folder where it lies now, and tells of it by the name that the user knows. */
    private static void check(Path now, Path named) throws IOException {
        if (!Files.exists(now, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(now, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(named, "it is no folder");
        }
        String foreign = FormerBundle.foreign(now);
        if (!foreign.isEmpty()) {
            throw refused(named, foreign);
        }
    }

    private static FaultException refused(Path folder, String reason) {
        return new FaultException(new Fault(
                "The folder is not replaced by the bundle",
                folder.toString(),
                reason,
                "Move your files out of it, delete it where nothing in it is yours, or name another folder"
                        + " (airgap.outputDirectory)."));
    }
}
