package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** Shows a bundle's files the same way whether they stand in a tar or in a folder. */
interface BundleView extends Closeable {

    /** Returns {@code tar} or {@code folder}. */
    String form();

    Path path();

    /** Lists the plain files under safe names, path to size in bytes. */
    SortedMap<String, Long> files();

    /** Lists what no bundle has: links, devices, names that escape or collide, damage; empty where all is well. */
    List<Fault> faults();

    /** Opens one of the files; several threads may read several files at once. */
    InputStream open(String file) throws IOException;

    /** Reads a small file whole, and refuses one beyond the limit. */
    default byte[] read(String file, int limit) throws IOException {
        long size = files().get(file);
        if (size > limit) {
            throw new IOException(file + " has " + size + " bytes, more than the " + limit + " that are read");
        }
        try (InputStream in = open(file)) {
            byte[] content = in.readNBytes(Math.toIntExact(size) + 1);
            if (content.length != size) {
                throw new IOException(file + " changes while it is read");
            }
            return content;
        }
    }
}
