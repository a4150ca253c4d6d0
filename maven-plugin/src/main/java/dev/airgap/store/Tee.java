package dev.airgap.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Takes a blob's bytes while they arrive, so that none has to be read twice. They are proved right only when the fetch
 * has returned; where it throws, what was written is void.
 */
public interface Tee {

    /**
     * Takes the next bytes, in order and without gaps since 0 or the last {@link #reset}.
     *
     * @param offset of the first byte within the blob
     * @param data to be consumed wholly before this returns; its array is used again
     */
    void write(long offset, ByteBuffer data) throws IOException;

    /** Forgets what was written: the bytes come again from offset 0. */
    void reset() throws IOException;

    /**
     * Gives a channel whose position is where the blob's first byte belongs, or null to have {@link #write} called. A
     * channel is asked for only where the entry lies in the store already: then the system copies it, and nothing but
     * its size is checked. The store closes it.
     */
    default FileChannel channel() throws IOException {
        return null;
    }
}
