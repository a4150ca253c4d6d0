package dev.airgap.index;

import java.io.Closeable;
import java.io.IOException;

/** Reads parts of a file, wherever it lies. */
interface Slices extends Closeable {

    /** Tells the file's length in bytes. */
    long size();

    /** Reads exactly so many bytes from a place on, all of them inside the file. */
    byte[] read(long from, int count) throws IOException;

    @Override
    default void close() throws IOException {}
}
