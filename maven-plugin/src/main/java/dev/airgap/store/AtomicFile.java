package dev.airgap.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file beside its place and moves it there when it is whole: readers see the old file or the new one. Not
 * synced to disk: after a power cut the caches that use it notice damage by size or hash.
 */
public final class AtomicFile implements Closeable {

    private final Path target;
    private final Path beside;
    private final FileChannel channel;
    private boolean moved;

    /** Opens a file beside the target, whose folder is made where needed. */
    public AtomicFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        Files.createDirectories(this.target.getParent());
        this.beside = this.target.resolveSibling(this.target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        this.channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Writes a whole file. */
    public static void write(Path target, byte[] content) throws IOException {
        try (AtomicFile file = new AtomicFile(target)) {
            ByteBuffer data = ByteBuffer.wrap(content);
            while (data.hasRemaining()) {
                file.channel.write(data);
            }
            file.commit();
        }
    }

    /** Gives what to write to. */
    public FileChannel channel() {
        return channel;
    }

    /** Closes the file and moves it into place, over whatever was there. */
    public void commit() throws IOException {
        channel.close();
        move(beside, target);
        moved = true;
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Drops the file where it was not committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (!moved) {
            Files.deleteIfExists(beside);
        }
    }
}
