package dev.airgap.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Goes through a zip by its central directory, as Python's zipfile and unzip do. */
final class ZipArchive {

    /** The directory of so many entries with long names; all of it is held in memory. */
    private static final long MOST_DIRECTORY = 256L * ArchiveLimits.MOST_ENTRIES;

    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    private ZipArchive() {}

    static boolean is(byte[] head, int length) {
        return length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    static void walk(Path file, ArchiveNames names, ArchiveLimits limits, ArchiveVisitor visitor) throws IOException {
        try (Metered channel = new Metered(FileChannel.open(file, StandardOpenOption.READ));
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setCharset(StandardCharsets.UTF_8)
                        .setUseUnicodeExtraFields(false)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            channel.left = Long.MAX_VALUE;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                limits.entry();
                one(zip, entry, names, limits, visitor);
            }
        }
    }

    private static void one(
            ZipFile zip, ZipArchiveEntry entry, ArchiveNames names, ArchiveLimits limits, ArchiveVisitor visitor)
            throws IOException {
        String name = entry.getName();
        int kind = entry.getUnixMode() & KIND;
        if (entry.isDirectory() && (kind == 0 || kind == FOLDER)) {
            names.folder(name);
        } else if (kind != 0 && kind != REGULAR) {
            String word = entry.isUnixSymlink() ? "a symbolic link" : "a device or another special file";
            names.refused(name, "is " + word + ", and only plain files are unpacked");
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
            names.refused(name, "is encrypted");
        } else if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
            names.refused(name, "is compressed by method " + entry.getMethod() + "; stored and deflated ones are read");
        } else {
            String place = names.file(name);
            if (!place.isEmpty()) {
                read(zip, entry, limits, place, visitor);
            }
        }
    }

    private static void read(
            ZipFile zip, ZipArchiveEntry entry, ArchiveLimits limits, String place, ArchiveVisitor visitor)
            throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(new Limited(zip.getInputStream(entry), limits), crc)) {
            visitor.file(place, in);
        }
        if (crc.getValue() != entry.getCrc()) {
            throw new ArchiveFlaw("The entry " + PathRules.shown(entry.getName()) + " is damaged: its CRC is another");
        }
    }

    /** Counts what comes out, whatever the directory says of it. */
    private static final class Limited extends FilterInputStream {

        private final ArchiveLimits limits;

        Limited(InputStream in, ArchiveLimits limits) {
            super(in);
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            limits.bytes(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int count = super.read(bytes, start, length);
            limits.bytes(Math.max(count, 0));
            return count;
        }
    }

    /** Bounds what is read while the directory is. */
    private static final class Metered implements SeekableByteChannel {

        private final SeekableByteChannel channel;
        private long left = MOST_DIRECTORY;

        Metered(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            int count = channel.read(buffer);
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new ArchiveFlaw("its directory is longer than " + MOST_DIRECTORY + " bytes");
            }
            return count;
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            return channel.write(buffer);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
