package dev.airgap.lock;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes {@code airgap.lock}; the front door of this package. */
public final class LockFile {

    /** A hundred thousand files of models take less. */
    private static final int MOST_BYTES = 32 << 20;

    private LockFile() {}

    /**
     * Reads a lock; empty where there is none.
     *
     * @throws FaultException with file and line where it can't be read, and what to do
     */
    public static Optional<Lock> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new FaultException(new Fault(
                        "The lock can't be read",
                        name,
                        "it has " + Files.size(file) + " bytes, more than the " + MOST_BYTES + " that are read",
                        LockReader.AGAIN));
            }
            return Optional.of(LockReader.read(Files.readString(file), name));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw new FaultException(
                    new Fault("The lock can't be read", name, "it is no UTF-8 text", LockReader.AGAIN), e);
        }
    }

    /** Gives a lock as text, the same for the same lock everywhere. */
    public static String text(Lock lock) {
        return LockWriter.write(lock);
    }

    /** Gives what stands above a lock's first entry besides this plugin's own lines: a licence, say, which stays. */
    private static String comments(String text) {
        StringBuilder kept = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                break;
            }
            if (!LockWriter.HEADER.contains(line + "\n") || line.isBlank()) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    /**
     * Writes a lock beside its place and moves it there, where a link leads to; a file that says the same already is left
     * alone.
     *
     * @return whether the file changed
     */
    public static boolean write(Path wanted, Lock lock) throws IOException {
        Path file = linked(wanted);
        // A checkout on Windows may have CRLF; that is no change.
        String old = Files.isRegularFile(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n")
                : "";
        String text = comments(old) + text(lock);
        if (text.equals(old)) {
            return false;
        }
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // A name of its own: two modules may share a lock, and a link that waits here must not be followed.
        Path beside = folder.resolve('.' + file.getFileName().toString() + '.' + UUID.randomUUID() + ".new");
        try {
            Files.writeString(beside, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
        return true;
    }

    /** Follows links, which would be replaced otherwise; so many at most as Linux does. */
    private static Path linked(Path wanted) throws IOException {
        Path file = wanted.toAbsolutePath();
        for (int i = 0; i < 40 && Files.isSymbolicLink(file); i++) {
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }
}
