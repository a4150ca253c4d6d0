package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.FullDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Takes one file's content into its place in the tar, at any offset, from any thread. What is written twice counts once, so
 * that a broken transfer may go on or begin anew. An interrupted thread closes the tar, which ends the sealing.
 */
public final class Slot {

    private final BundleEntry entry;
    private final Path folder;
    private final FileChannel channel;
    private final long base;
    private final Coverage coverage = new Coverage();

    Slot(BundleEntry entry, Path folder, FileChannel channel, long base) {
        this.entry = entry;
        this.folder = folder;
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

    /** Forgets what was written, for a transfer that begins anew and must bring every byte again. */
    public void restart() {
        coverage.clear();
    }

    long written() {
        return coverage.count();
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

    private FaultException failed(IOException e) {
        Fault fault = FullDisk.of(e, "the bundle's tar", folder, entry.size(), Scratch.ELSEWHERE)
                .orElseGet(() -> new Fault(
                        "The bundle's tar could not be written",
                        entry.path(),
                        String.valueOf(e.getMessage()),
                        "See that the folder can be written."));
        return new FaultException(fault, e);
    }
}
