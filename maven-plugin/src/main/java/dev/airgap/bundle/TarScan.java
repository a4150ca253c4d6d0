package dev.airgap.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * Goes from header to header of a tar without touching the contents. It trusts no number: a size beyond the file's end, a
 * record of megabytes and a header without end are refused before memory is taken. Besides what this plugin writes it reads
 * GNU tar's long names, so that a bundle that was packed again can be opened.
 */
final class TarScan {

    private static final int MOST_RECORD_BYTES = 64 << 10;
    private static final int MOST_ZEROS = 64 << 20;

    /** Describes one entry; what makes it neither a file nor a folder is a phrase, else empty. */
    record Item(String name, boolean folder, String flaw, long size, long content) {}

    /** Says that the bytes are no tar. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    private final FileChannel channel;
    private final long length;
    private long position;
    private String longName;
    private long longSize = -1;

    TarScan(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    long position() {
        return position;
    }

    /** Finds the next entry; null at the end of the archive. */
    Item next() throws IOException {
        longName = null;
        longSize = -1;
        while (true) {
            byte[] block = block();
            if (isZero(block)) {
                if (longName != null || longSize >= 0) {
                    throw new Broken("a name or size is followed by no entry");
                }
                return null;
            }
            TarArchiveEntry entry = parse(block);
            long size = entry.getSize();
            byte type = entry.getLinkFlag();
            if (type == TarConstants.LF_PAX_EXTENDED_HEADER_LC || type == TarConstants.LF_PAX_EXTENDED_HEADER_UC) {
                records(content(size));
            } else if (type == TarConstants.LF_GNUTYPE_LONGNAME) {
                longName = untilZero(content(size));
            } else {
                return item(entry, type, longSize >= 0 ? longSize : size);
            }
        }
    }

    /**
     * Tells whether nothing but zeros follows the end that {@link #next()} found, and no more of them than a tape's block
     * holds: a hole of terabytes would be read for hours.
     */
    boolean endsInZeros() throws IOException {
        if (length - position > MOST_ZEROS) {
            return false;
        }
        byte[] buffer = new byte[TarHeader.BLOCK * 128];
        while (position < length) {
            int n = channel.read(ByteBuffer.wrap(buffer), position);
            for (int i = 0; i < n; i++) {
                if (buffer[i] != 0) {
                    return false;
                }
            }
            if (n < 0) {
                return true;
            }
            position += n;
        }
        return true;
    }

    private Item item(TarArchiveEntry entry, byte type, long size) throws IOException {
        String name = longName != null ? longName : entry.getName();
        boolean plain = type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM;
        boolean folder = type == TarConstants.LF_DIR || (plain && name.endsWith("/"));
        String flaw = plain || folder ? "" : flaw(type);
        if (size < 0 || size > length - position) {
            throw new Broken("an entry of " + size + " bytes does not fit into what is left");
        }
        Item item = new Item(name, folder, flaw, size, position);
        position += size;
        padding(size);
        return item;
    }

    /** Reads what fills an entry up to a whole block: nothing may hide there. */
    private void padding(long size) throws IOException {
        byte[] padding = new byte[Math.toIntExact(Math.min(length - position, TarHeader.padded(size) - size))];
        read(padding);
        for (byte b : padding) {
            if (b != 0) {
                throw new Broken("what fills an entry up to a whole block is not zero");
            }
        }
    }

    private static String flaw(byte type) throws Broken {
        return switch (type) {
            case TarConstants.LF_SYMLINK -> "is a symbolic link";
            case TarConstants.LF_LINK -> "is a hard link";
            case TarConstants.LF_CHR, TarConstants.LF_BLK -> "is a device";
            case TarConstants.LF_FIFO -> "is a pipe";
            // What these change in other entries would have to be obeyed: nobody who packs a bundle needs them.
            case TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER -> throw new Broken("it has a global pax header");
            case TarConstants.LF_GNUTYPE_SPARSE -> throw new Broken("it has sparse files");
            default -> "is of the unknown type " + (char) (type & 0x7F);
        };
    }

    private static TarArchiveEntry parse(byte[] block) throws Broken {
        if (!hasItsSum(block)) {
            throw new Broken(
                    isGzip(block) ? "it is compressed by gzip; gunzip it first" : "a header's checksum is wrong");
        }
        try {
            return new TarArchiveEntry(Map.of(), block, TarHeader.UTF_8, false);
        } catch (IOException | RuntimeException e) {
            throw new Broken("a header cannot be read");
        }
    }

    private static boolean hasItsSum(byte[] block) {
        try {
            return TarUtils.verifyCheckSum(block);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isGzip(byte[] block) {
        return block[0] == 0x1F && block[1] == (byte) 0x8B;
    }

    /** Reads pax records, {@code length key=value\n} each; the later one of a key wins. */
    private void records(byte[] content) throws Broken {
        int start = 0;
        while (start < content.length) {
            int space = start;
            int size = 0;
            while (space < content.length && content[space] >= '0' && content[space] <= '9' && space - start < 6) {
                size = 10 * size + content[space++] - '0';
            }
            int end = start + size;
            if (space == start
                    || space >= end
                    || end > content.length
                    || content[space] != ' '
                    || content[end - 1] != '\n') {
                throw new Broken("a pax record is malformed");
            }
            String record = text(content, space + 1, end - 1);
            int equals = record.indexOf('=');
            if (equals <= 0) {
                throw new Broken("a pax record has no key");
            }
            obey(record.substring(0, equals), record.substring(equals + 1));
            start = end;
        }
    }

    private void obey(String key, String value) throws Broken {
        if (key.equals("path")) {
            longName = value;
        } else if (key.equals("size")) {
            try {
                longSize = Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw new Broken("a pax size is no number");
            }
            if (longSize < 0) {
                throw new Broken("a pax size is negative");
            }
        } else if (key.startsWith("GNU.sparse.") || key.startsWith("SCHILY.realsize")) {
            throw new Broken("it has sparse files");
        }
        // Times, owners and the like say nothing about the content, and unpacking sets its own.
    }

    private byte[] content(long size) throws IOException {
        if (size < 0 || size > MOST_RECORD_BYTES) {
            throw new Broken("a name or record of " + size + " bytes is announced");
        }
        byte[] content = new byte[Math.toIntExact(size)];
        read(content);
        position += TarHeader.padded(size) - size;
        return content;
    }

    private byte[] block() throws IOException {
        byte[] block = new byte[TarHeader.BLOCK];
        read(block);
        return block;
    }

    private void read(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, position);
            if (n < 0) {
                throw new Broken("it ends where more should follow");
            }
            position += n;
        }
    }

    private static String untilZero(byte[] content) throws Broken {
        int end = 0;
        while (end < content.length && content[end] != 0) {
            end++;
        }
        return text(content, 0, end);
    }

    private static String text(byte[] bytes, int start, int end) throws Broken {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Broken("a name is not UTF-8");
        }
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
