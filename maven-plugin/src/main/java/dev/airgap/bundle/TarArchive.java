package dev.airgap.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Goes through a tar. */
final class TarArchive {

    static final int BLOCK = 512;

    /** Long names and PAX records before an entry: a bomb may hide there as well. */
    private static final long MOST_HEADER = 1 << 20;

    /** What may follow the end, where a tar is padded. */
    private static final long MOST_TAIL = 64 << 20;

    private TarArchive() {}

    /** Tells by its first block whether it is a tar, POSIX's or GNU's. */
    static boolean is(byte[] head, int length) {
        return length >= BLOCK && new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
    }

    static void walk(InputStream in, ArchiveNames names, ArchiveLimits limits, ArchiveVisitor visitor)
            throws IOException {
        Metered metered = new Metered(in);
        TarArchiveInputStream tar = new TarArchiveInputStream(metered, StandardCharsets.UTF_8.name());
        metered.left = MOST_HEADER;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            limits.entry();
            String name = entry.getName();
            if (entry.isDirectory()) {
                names.folder(name);
            } else if (!isRegular(entry)) {
                names.refused(name, "is " + kind(entry) + ", and only plain files are unpacked");
            } else {
                limits.bytes(entry.getSize());
                metered.left = entry.getSize() + MOST_HEADER;
                String place = names.file(name);
                if (!place.isEmpty()) {
                    visitor.file(place, tar);
                }
            }
            skipRest(tar, metered, entry, limits);
        }
        metered.left = MOST_TAIL;
        // To the end, where gzip has the checksum of it all.
        metered.transferTo(OutputStream.nullOutputStream());
    }

    private static void skipRest(
            TarArchiveInputStream tar, Metered metered, TarArchiveEntry entry, ArchiveLimits limits)
            throws IOException {
        if (!isRegular(entry)) {
            limits.bytes(entry.getSize());
        }
        metered.left = entry.getSize() + MOST_HEADER;
        tar.transferTo(OutputStream.nullOutputStream());
        metered.left = MOST_HEADER;
    }

    private static boolean isRegular(TarArchiveEntry entry) {
        byte flag = entry.getLinkFlag();
        boolean plain =
                flag == TarConstants.LF_NORMAL || flag == TarConstants.LF_OLDNORM || flag == TarConstants.LF_CONTIG;
        return plain && !entry.isSparse();
    }

    private static String kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return "a symbolic link";
        }
        if (entry.isLink()) {
            return "a hard link";
        }
        if (entry.isBlockDevice() || entry.isCharacterDevice()) {
            return "a device";
        }
        if (entry.isFIFO()) {
            return "a pipe";
        }
        return entry.isSparse() ? "a sparse file" : "a file of a kind of its own";
    }

    /** Ends where more is read than was allowed. */
    private static final class Metered extends FilterInputStream {

        private long left;

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int count = super.read(bytes, start, length);
            count(Math.max(count, 0));
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            count(skipped);
            return skipped;
        }

        private void count(long more) throws ArchiveFlaw {
            left -= more;
            if (left < 0) {
                throw new ArchiveFlaw("it has a header or an end longer than any honest one");
            }
        }
    }
}
