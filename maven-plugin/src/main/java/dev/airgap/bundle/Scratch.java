package dev.airgap.bundle;

import dev.airgap.fault.FaultException;
import dev.airgap.fault.FullDisk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a place beside a target, where its successor is made before it is moved there. The file stays locked while its
 * process lives, so that what a killed one left is told from what another is still writing, and goes.
 */
final class Scratch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    static final String ELSEWHERE = "Free space there, or name another place; what was there before is as it was";
    private static final String SUFFIX = ".part";

    private final Path target;
    private final Path file;
    private final Path folder;
    private final FileChannel channel;

    private Scratch(Path target, Path file, FileChannel channel) {
        this.target = target;
        this.file = file;
        this.folder = file.resolveSibling(file.getFileName() + ".d");
        this.channel = channel;
    }

    /** Makes a place beside the target, whose folder is made where it is missing. */
    static Scratch beside(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        String stem = "." + target.getFileName() + ".";
        sweep(parent, stem, target);
        while (true) {
            long number = System.nanoTime() ^ (ProcessHandle.current().pid() << 40);
            Path file = parent.resolve(stem + Long.toHexString(number) + SUFFIX);
            FileChannel channel;
            try {
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            lock(channel);
            // Between the two steps another process may have taken it for a leftover.
            if (Files.exists(file)) {
                return new Scratch(target, file, channel);
            }
            channel.close();
        }
    }

    Path file() {
        return file;
    }

    FileChannel channel() {
        return channel;
    }

    /** Names the place of a new folder, which the caller makes where it needs one. */
    Path fresh() {
        return folder.resolve("new");
    }

    /** Names the place to which an old folder is moved before the new one takes its place. */
    Path old() {
        return folder.resolve("old");
    }

    /**
     * Checks that the disk has room, before the first byte.
     *
     * @throws FaultException where it has not
     */
    void requireRoom(long bytes) throws IOException {
        Path parent = file.getParent();
        long room = Files.getFileStore(parent).getUsableSpace();
        // Some file systems do not say; those say zero.
        if (room > 0 && room < bytes) {
            throw new FaultException(FullDisk.fault("the bundle", parent, bytes, room, ELSEWHERE));
        }
    }

    /** Moves the file onto its target at once; it stays locked until this is closed, so that no sweep meets it. */
    void moveTo(Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not moved, and puts an old folder back whose place nothing took. */
    @Override
    public void close() throws IOException {
        try {
            clear(file, folder, target);
        } finally {
            channel.close();
        }
    }

    /** Deletes a place, but never an old folder to which no new one succeeded. */
    private static void clear(Path file, Path folder, Path target) throws IOException {
        Path old = folder.resolve("old");
        // The new one is moved last: while it is there, the old one was not replaced.
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS) && Files.exists(folder.resolve("new"))) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                LOG.warn("{} was about to be replaced, but another took its place; it stays there", old);
                return;
            }
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(folder);
        Files.deleteIfExists(file);
    }

    private static void sweep(Path parent, String stem, Path target) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, path -> {
            String name = path.getFileName().toString();
            return name.startsWith(stem) && name.endsWith(SUFFIX);
        })) {
            for (Path left : all) {
                try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE)) {
                    if (lock(channel)) {
                        clear(left, left.resolveSibling(left.getFileName() + ".d"), target);
                    }
                } catch (IOException e) {
                    // Another user's, or just gone: it is no concern of this run, which has a name of its own.
                    LOG.debug("{} stays: {}", left, e.getMessage());
                }
            }
        }
    }

    /** Locks a byte far behind the content, since Windows lets nobody else touch a locked one. */
    private static boolean lock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException | IOException e) {
            return false;
        }
    }

    /** Deletes a tree without following a link; nothing happens where there is none. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
