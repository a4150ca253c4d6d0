package dev.airgap.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Knows where each byte of a bundle's tar stands before the first is written. */
final class TarLayout {

    /** Places one entry: its header's offset, its content's offset, and what it is; the entry is null for a folder. */
    record Place(String name, BundleEntry entry, long header, long content) {}

    private final Instant time;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final long size;

    TarLayout(BundlePlan plan) {
        time = plan.timestamp();
        long offset = 0;
        for (Map.Entry<String, BundleEntry> named : withFolders(plan.entries()).entrySet()) {
            BundleEntry entry = named.getValue();
            long length = entry == null ? 0 : entry.size();
            long content = offset + TarHeader.of(named.getKey(), length, time).length;
            places.put(named.getKey(), new Place(named.getKey(), entry, offset, content));
            offset = content + TarHeader.padded(length);
        }
        // POSIX.1-2017, ustar: at least two blocks of zeros end the archive.
        size = offset + 2L * TarHeader.BLOCK;
    }

    /** Lists all places in the order of the tar. */
    List<Place> places() {
        return new ArrayList<>(places.values());
    }

    /** Finds a file's place; null where there is none. */
    Place place(String path) {
        return places.get(path);
    }

    byte[] header(Place place) {
        return TarHeader.of(
                place.name(), place.entry() == null ? 0 : place.entry().size(), time);
    }

    long size() {
        return size;
    }

    /** Adds the folders, so that an extracting tar gives them mode and time instead of the umask and the clock. */
    private static Map<String, BundleEntry> withFolders(List<BundleEntry> entries) {
        Map<String, BundleEntry> all = new TreeMap<>(PathOrder.BYTES);
        for (BundleEntry entry : entries) {
            String path = entry.path();
            all.put(path, entry);
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                String folder = path.substring(0, slash + 1);
                if (all.containsKey(folder)) {
                    break;
                }
                all.put(folder, null);
            }
        }
        return all;
    }
}
