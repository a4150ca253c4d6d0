package dev.airgap.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks a wheel's central directory to its METADATA. All entries are checked, not this one alone: they must lie inside
 * the archive, in front of the directory, and must not overlap, and there must be one dist-info folder with one METADATA.
 */
final class ZipListing {

    static final int FIXED = 46;

    private static final int SIGNATURE = 0x02014b50;
    private static final int LOCAL = 30;
    private static final int ZIP64 = 1;
    private static final int UNICODE_PATH = 0x7075;
    private static final long ALL32 = 0xFFFFFFFFL;
    private static final byte[] INFO = ".dist-info/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FILE = "METADATA".getBytes(StandardCharsets.US_ASCII);

    private final ZipEnd end;
    private final Little in;
    private final long[] starts;
    private final long[] ends;
    private String folder;
    private Entry metadata;

    /**
     * Describes an entry.
     *
     * @param local where its local header starts
     * @param extra the length of the directory's extra field, mostly that of the local one
     */
    record Entry(String name, int flags, int method, int crc, long packed, long size, long local, int extra) {}

    private ZipListing(ZipEnd end, byte[] directory) {
        this.end = end;
        this.in = new Little(directory);
        this.starts = new long[end.entries()];
        this.ends = new long[end.entries()];
    }

    /** Finds the entry of the one METADATA. */
    static Entry metadata(Slices file, ZipEnd end) throws IOException {
        ZipListing listing = new ZipListing(end, file.read(end.directory(), end.length()));
        listing.walk();
        listing.refuseOverlap();
        if (listing.metadata == null) {
            throw new ArchiveException(
                    listing.folder == null
                            ? "it has no .dist-info folder"
                            : "its folder " + listing.folder + " has no METADATA");
        }
        return listing.metadata;
    }

    private void walk() throws ArchiveException {
        int length = in.bytes().length;
        int at = 0;
        for (int i = 0; i < end.entries(); i++) {
            if (length - at < FIXED || in.u32(at) != SIGNATURE) {
                throw new ArchiveException("its central directory is malformed at entry " + i);
            }
            int name = in.u16(at + 28);
            int extra = in.u16(at + 30);
            int next = at + FIXED + name + extra + in.u16(at + 32);
            if (next > length || in.u16(at + 34) != 0) {
                throw new ArchiveException("its central directory is malformed at entry " + i);
            }
            entry(i, at, name, extra);
            at = next;
        }
        if (at != length) {
            throw new ArchiveException("its central directory has more bytes than entries");
        }
    }

    private void entry(int index, int at, int nameLength, int extraLength) throws ArchiveException {
        long packed = in.u32(at + 20) & ALL32;
        long size = in.u32(at + 24) & ALL32;
        long local = in.u32(at + 42) & ALL32;
        if (packed == ALL32 || size == ALL32 || local == ALL32) {
            // APPNOTE, 4.5.3: the wide values stand in this order, each only where the narrow one is full.
            int wide = field(ZIP64, at + FIXED + nameLength, extraLength);
            int need = (size == ALL32 ? 8 : 0) + (packed == ALL32 ? 8 : 0) + (local == ALL32 ? 8 : 0);
            if (wide < 0 || in.u16(wide - 2) < need) {
                throw new ArchiveException("the ZIP64 field of entry " + index + " is missing or too short");
            }
            if (size == ALL32) {
                size = in.u64(wide);
                wide += 8;
            }
            if (packed == ALL32) {
                packed = in.u64(wide);
                wide += 8;
            }
            if (local == ALL32) {
                local = in.u64(wide);
            }
        }
        if (local < 0 || packed < 0 || size < 0 || local > end.directory() - LOCAL - nameLength) {
            throw new ArchiveException("entry " + index + " lies outside of it");
        }
        starts[index] = local;
        ends[index] = local + LOCAL + nameLength + packed;
        if (ends[index] < 0 || ends[index] > end.directory()) {
            throw new ArchiveException("entry " + index + " lies outside of it");
        }
        refuseOtherName(index, at + FIXED, nameLength, extraLength);
        int slash = topFolder(at + FIXED, nameLength);
        if (slash > 0) {
            String name = new String(in.bytes(), at + FIXED, nameLength, StandardCharsets.UTF_8);
            String top = name.substring(0, name.indexOf('/'));
            if (folder != null && !folder.equals(top)) {
                throw new ArchiveException(
                        "it has more than one .dist-info folder: " + Link.plain(folder) + " and " + Link.plain(top));
            }
            folder = top;
            if (isMetadata(at + FIXED, nameLength, slash)) {
                if (metadata != null) {
                    throw new ArchiveException("it has more than one " + Link.plain(name));
                }
                metadata = new Entry(
                        name, in.u16(at + 8), in.u16(at + 10), in.u32(at + 16), packed, size, local, extraLength);
            }
        }
    }

    /**
     * Refuses an entry that other readers know by another name: Python cuts names at a zero, takes a backslash for a slash
     * on Windows, and believes the Unicode name of the extra field (APPNOTE, 4.6.9).
     */
    private void refuseOtherName(int index, int from, int length, int extraLength) throws ArchiveException {
        for (int i = from; i < from + length; i++) {
            if (in.bytes()[i] == 0) {
                throw new ArchiveException("the name of entry " + index + " has a zero in it");
            }
            if (in.bytes()[i] == '\\' && endsInfo(from, i)) {
                throw new ArchiveException("entry " + index + " has a backslash behind its .dist-info folder");
            }
        }
        int other = field(UNICODE_PATH, from + length, extraLength);
        // A version and a checksum of the other name stand before the name itself.
        if (other >= 0
                && !Arrays.equals(
                        in.bytes(),
                        Math.min(other + 5, other + in.u16(other - 2)),
                        other + in.u16(other - 2),
                        in.bytes(),
                        from,
                        from + length)) {
            throw new ArchiveException("entry " + index + " has two names");
        }
    }

    private boolean endsInfo(int from, int to) {
        int info = INFO.length - 1;
        return to - from >= info && Arrays.equals(in.bytes(), to - info, to, INFO, 0, info);
    }

    /** Gives the length of a first path part that ends in .dist-info with its slash, or 0. */
    private int topFolder(int from, int length) {
        byte[] bytes = in.bytes();
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] == '/') {
                int stop = i + 1;
                return endsInfo(from, from + i) ? stop : 0;
            }
        }
        return 0;
    }

    private boolean isMetadata(int from, int length, int slash) {
        return length == slash + FILE.length
                && Arrays.equals(in.bytes(), from + slash, from + length, FILE, 0, FILE.length);
    }

    /** Gives where the values of an extra field of that kind start, or -1. */
    private int field(int kind, int from, int length) {
        int at = from;
        while (at + 4 <= from + length) {
            int size = in.u16(at + 2);
            if (at + 4 + size > from + length) {
                return -1;
            }
            if (in.u16(at) == kind) {
                return at + 4;
            }
            at += 4 + size;
        }
        return -1;
    }

    /** Refuses entries that share bytes: mostly they stand in order, and need no sorting. */
    private void refuseOverlap() throws ArchiveException {
        boolean sorted = true;
        for (int i = 1; i < starts.length && sorted; i++) {
            sorted = starts[i] >= starts[i - 1];
        }
        Integer[] order = sorted ? null : sorted();
        for (int i = 1; i < starts.length; i++) {
            int previous = order == null ? i - 1 : order[i - 1];
            int next = order == null ? i : order[i];
            if (ends[previous] > starts[next]) {
                throw new ArchiveException("two of its entries overlap");
            }
        }
    }

    private Integer[] sorted() {
        Integer[] order = new Integer[starts.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (one, other) -> Long.compare(starts[one], starts[other]));
        return order;
    }
}
