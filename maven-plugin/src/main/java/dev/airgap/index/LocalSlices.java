package dev.airgap.index;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Reads parts of a file on this machine. */
final class LocalSlices implements Slices {

    private final RandomAccessFile file;
    private final long size;

    LocalSlices(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        size = file.length();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
