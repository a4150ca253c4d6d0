package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * Takes one file's content into its place in the tar, at any offset, from any thread. What is written twice counts once, so
 * that a broken transfer may go on or begin anew. An interrupted thread closes the tar, which ends the sealing.
 */
public final class Slot {

    private final BundleEntry entry;
    private final Path file;
    private final FileChannel channel;
    private final long base;
    private final Coverage coverage = new Coverage();
    private volatile boolean given;

    Slot(BundleEntry entry, Path file, FileChannel channel, long base) {
        this.entry = entry;
        this.file = file;
        this.channel = channel;
        this.base = base;
    }

    /** Returns what is to come here; never null. */
    public BundleEntry entry() {
        return entry;
    }

    /**
     * Writes all that remains in the buffer.
     *
     * @param offset in bytes from the file's start
     * @throws FaultException where it goes beyond the file's size or the disk fails
     */
    public void write(long offset, ByteBuffer content) {
        int length = content.remaining();
        checkRange(offset, length);
        long position = base + offset;
        try {
            while (content.hasRemaining()) {
                position += channel.write(content, position);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        coverage.add(offset, offset + length);
    }

    /**
     * Copies from a file without bringing the bytes into the heap.
     *
     * @param source its position is moved; no other thread may use it meanwhile
     * @param from where to begin in the source
     * @param offset in bytes from this file's start
     * @throws FaultException where the source is shorter, the slot is, or the disk fails
     */
    public void transferFrom(FileChannel source, long from, long offset, long count) {
        checkRange(offset, count);
        long done = 0;
        try {
            source.position(from);
            while (done < count) {
                long moved = channel.transferFrom(source, base + offset + done, count - done);
                if (moved <= 0) {
                    throw wrongSize(offset + done);
                }
                done += moved;
            }
        } catch (IOException e) {
            throw failed(e);
        }
        coverage.add(offset, offset + count);
    }

    /**
     * Opens a channel of its own whose position is where the content begins, for a copy that the system makes. Who asks for
     * it writes exactly the file's size from there on, closes it, and says {@link #filled()}.
     *
     * @throws IOException where the tar cannot be opened again
     */
    public FileChannel channel() throws IOException {
        FileChannel own = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            own.position(base);
        } catch (IOException e) {
            own.close();
            throw e;
        }
        given = true;
        return own;
    }

    /** Counts the content as whole where its channel was asked for; does nothing where it was not. */
    public void filled() {
        if (given) {
            coverage.add(0, entry.size());
        }
    }

    /**
     * Takes the whole content from a stream and proves its checksum while it passes.
     *
     * @throws FaultException where size or sha256 differ or the disk fails
     * @throws IOException where the stream itself fails
     */
    public void fill(InputStream content) throws IOException {
        restart();
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[Math.toIntExact(Math.max(1, Math.min(Sha256.BUFFER, entry.size())))];
        long offset = 0;
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
            write(offset, ByteBuffer.wrap(buffer, 0, n));
            offset += n;
        }
        if (offset != entry.size()) {
            throw wrongSize(offset);
        }
        checkSum(Sha256.end(digest));
    }

    /** Forgets what was written, for a transfer that begins anew and must bring every byte again. */
    public void restart() {
        given = false;
        coverage.clear();
    }

    long written() {
        return coverage.count();
    }

    /** Tells whether the bytes that fill the last block are still zeros: whoever had the channel kept to the size. */
    boolean hasCleanEdge() {
        byte[] edge = new byte[Math.toIntExact(TarHeader.padded(entry.size()) - entry.size())];
        try {
            ByteBuffer buffer = ByteBuffer.wrap(edge);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, base + entry.size() + buffer.position()) < 0) {
                    return false;
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        for (byte b : edge) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads the slot back and proves its checksum. */
    void prove(byte[] buffer) {
        MessageDigest digest = Sha256.start();
        try {
            long offset = 0;
            while (offset < entry.size()) {
                int wanted = Math.toIntExact(Math.min(buffer.length, entry.size() - offset));
                int n = channel.read(ByteBuffer.wrap(buffer, 0, wanted), base + offset);
                if (n < 0) {
                    throw wrongSize(offset);
                }
                digest.update(buffer, 0, n);
                offset += n;
            }
        } catch (IOException e) {
            throw failed(e);
        }
        checkSum(Sha256.end(digest));
    }

    FaultException wrongSize(long actual) {
        return new FaultException(new Fault(
                "A file has another size than the lock says: " + entry.path(),
                entry.source(),
                "expected: " + entry.size() + " bytes\nactual: " + actual + " bytes",
                "Fetch it again; where it has really changed, lock anew."));
    }

    private void checkRange(long offset, long length) {
        if (offset < 0 || length < 0 || offset > entry.size() || length > entry.size() - offset) {
            throw wrongSize(offset + length);
        }
    }

    private void checkSum(String actual) {
        if (!actual.equals(entry.sha256())) {
            throw new FaultException(new Fault(
                    "A file has another sha256 than the lock says: " + entry.path(),
                    entry.source(),
                    "expected: " + entry.sha256() + "\nactual: " + actual,
                    "Fetch it again; where it has really changed, find out why before you lock anew."));
        }
    }

    private FaultException failed(IOException e) {
        return new FaultException(
                new Fault(
                        "The bundle's tar could not be written",
                        entry.path(),
                        String.valueOf(e.getMessage()),
                        "See that the disk has room and the folder can be written."),
                e);
    }
}
