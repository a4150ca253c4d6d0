package dev.airgap.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.archivers.zip.ZipEncoding;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/**
 * Writes the blocks that stand before an entry's content: ustar, and a pax record only where ustar cannot say it
 * (POSIX.1-2017, pax). A long name is split into prefix and name wherever that is possible, since BusyBox's tar, which
 * slim images have, reads no pax records.
 */
final class TarHeader {

    static final int BLOCK = 512;
    static final ZipEncoding UTF_8 = ZipEncodingHelper.getZipEncoding("UTF-8");

    private static final int NAME = TarConstants.NAMELEN;
    private static final int PREFIX = TarConstants.PREFIXLEN;
    private static final int PREFIX_OFFSET = 345;
    private static final int SUM_OFFSET = 148;

    private TarHeader() {}

    /**
     * Writes an entry's header.
     *
     * @param name a folder's ends in a slash
     */
    static byte[] of(String name, long size, Instant time) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int split = split(bytes);
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        if (split < 0 || bytes.length != name.length()) {
            record(records, "path", name);
        }
        if (size > TarConstants.MAXSIZE) {
            record(records, "size", Long.toString(size));
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream(3 * BLOCK);
        if (records.size() > 0) {
            byte[] content = records.toByteArray();
            String shortened = cut("PaxHeaders/" + name, NAME);
            header.writeBytes(
                    block(shortened, TarConstants.LF_PAX_EXTENDED_HEADER_LC, content.length, time, new byte[0]));
            header.writeBytes(Arrays.copyOf(content, padded(content.length)));
        }
        byte type = name.endsWith("/") ? TarConstants.LF_DIR : TarConstants.LF_NORMAL;
        if (split > 0) {
            String tail = new String(bytes, split + 1, bytes.length - split - 1, StandardCharsets.UTF_8);
            header.writeBytes(block(tail, type, size, time, Arrays.copyOf(bytes, split)));
        } else {
            header.writeBytes(block(cut(name, NAME), type, size, time, new byte[0]));
        }
        return header.toByteArray();
    }

    static int padded(int length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }

    static long padded(long length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static byte[] block(String name, byte type, long size, Instant time, byte[] prefix) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setUserName("");
        entry.setGroupName("");
        entry.setIds(0, 0);
        entry.setMode(type == TarConstants.LF_DIR ? 0755 : 0644);
        entry.setLastModifiedTime(FileTime.from(time));
        entry.setSize(size);
        byte[] block = new byte[BLOCK];
        try {
            entry.writeEntryHeader(block, UTF_8, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (prefix.length > 0) {
            System.arraycopy(prefix, 0, block, PREFIX_OFFSET, prefix.length);
            Arrays.fill(block, SUM_OFFSET, SUM_OFFSET + TarConstants.CHKSUMLEN, (byte) ' ');
            TarUtils.formatCheckSumOctalBytes(
                    TarUtils.computeCheckSum(block), block, SUM_OFFSET, TarConstants.CHKSUMLEN);
        }
        return block;
    }

    /** Finds the slash between prefix and name: 0 where none is needed, -1 where none serves. */
    private static int split(byte[] name) {
        if (name.length <= NAME) {
            return 0;
        }
        for (int i = Math.min(PREFIX, name.length - 2); i > 0; i--) {
            if (name[i] == '/') {
                return name.length - i - 1 <= NAME ? i : -1;
            }
        }
        return -1;
    }

    /** Writes one record, whose length counts its own digits. */
    private static void record(ByteArrayOutputStream records, String key, String value) {
        int bare = 3 + key.length() + value.getBytes(StandardCharsets.UTF_8).length;
        int length = bare + Integer.toString(bare).length();
        length = bare + Integer.toString(length).length();
        records.writeBytes((length + " " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Shortens a name that a record says in full, between two characters. */
    private static String cut(String name, int limit) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > limit) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
