package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows a bundle's files the same way whether they stand in a tar or in a folder. */
abstract class BundleView implements Closeable {

    private static final int MOST_FAULTS = 100;

    private final String form;
    private final Path path;
    private final SortedMap<String, Long> sizes = new TreeMap<>(PathOrder.BYTES);
    private final List<Fault> faults = new ArrayList<>();
    private final PathRules rules = new PathRules();

    BundleView(String form, Path path) {
        this.form = form;
        this.path = path;
    }

    /** Returns {@code tar} or {@code folder}. */
    final String form() {
        return form;
    }

    final Path path() {
        return path;
    }

    /** Lists the plain files under safe names, path to size in bytes. */
    final SortedMap<String, Long> files() {
        return sizes;
    }

    /** Lists what no bundle has: links, devices, names that escape or collide, damage; empty where all is well. */
    final List<Fault> faults() {
        return faults;
    }

    /** Opens one of the files; several threads may read several files at once. */
    abstract InputStream open(String file) throws IOException;

    /** Reads a small file whole, and refuses one beyond the limit. */
    final byte[] read(String file, int limit) throws IOException {
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

    /** Takes in a file under a name that met no other so far. */
    final void add(String file, long size) {
        sizes.put(file, size);
    }

    final void refuse(Fault fault) {
        faults.add(fault);
    }

    /** Says where a sound path meets an earlier one; empty where it does not. */
    final String meet(String file) {
        return rules.meet(file);
    }

    /** Tells whether there are too many faults for more to be looked for. */
    final boolean isHopeless() {
        return faults.size() >= MOST_FAULTS;
    }
}
