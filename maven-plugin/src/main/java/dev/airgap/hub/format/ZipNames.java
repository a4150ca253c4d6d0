package dev.airgap.hub.format;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Tells what the entries of a ZIP make it: a torch archive, TorchScript, Keras or NumPy arrays (APPNOTE.TXT 4.3).
 * Readers of ZIP differ on crooked ones, so that nothing is taken for harmless but whole arrays of numbers in a plain
 * archive.
 */
final class ZipNames {

    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int MOST_ARRAYS = 10_000;

    private final FileBytes file;
    private long begin;
    private int entries;
    private int arrays;
    private boolean pickle;
    private boolean script;
    private boolean keras;
    private boolean crooked;

    private ZipNames(FileBytes file) {
        this.file = file;
    }

    /** Judges an archive; one that can't be listed counts as one that can run code. */
    static ZipKind kind(FileBytes file) throws IOException {
        ZipNames names = new ZipNames(file);
        try {
            names.list();
        } catch (HeaderException damaged) {
            return ZipKind.CROOKED;
        }
        if (names.script && names.pickle) {
            return ZipKind.SCRIPT;
        }
        if (names.pickle) {
            return ZipKind.TORCH;
        }
        if (names.keras) {
            return ZipKind.KERAS;
        }
        if (names.crooked) {
            return ZipKind.CROOKED;
        }
        if (names.entries == 0 || names.arrays < names.entries) {
            return ZipKind.OTHER;
        }
        return names.plain() ? ZipKind.ARRAYS : ZipKind.OBJECTS;
    }

    private void list() throws IOException {
        long end = end();
        file.seek(end + 10);
        int count = u16();
        long length = file.u32();
        begin = file.u32();
        if (count == 0xffff || begin == 0xffffffffL || length == 0xffffffffL) {
            zip64(end);
            crooked = true;
        } else if (begin + length != end) {
            crooked = true;
            begin = end - length;
        }
        file.seek(begin);
        while (file.position() < end && file.remaining() >= 46) {
            if (file.i32() != ENTRY) {
                crooked = true;
                return;
            }
            file.skip(24);
            int name = u16();
            int rest = u16() + u16();
            file.skip(12);
            note(new String(file.bytes(name), StandardCharsets.UTF_8));
            file.skip(rest);
        }
        crooked |= entries != count || file.position() != end;
    }

    private void note(String name) {
        entries++;
        pickle |= name.endsWith(".pkl") || name.endsWith(".pickle");
        script |= name.contains("/code/") || name.startsWith("code/");
        keras |= name.equals("model.weights.h5") || name.endsWith("/model.weights.h5");
        arrays += name.endsWith(".npy") ? 1 : 0;
    }

    /** Finds the end record that is nearest to the end of the file. */
    private long end() throws IOException {
        long from = Math.max(0, file.size() - END_LENGTH - LONGEST_COMMENT);
        file.seek(from);
        byte[] tail = file.upTo(END_LENGTH + LONGEST_COMMENT);
        for (int i = tail.length - END_LENGTH; i >= 0; i--) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                crooked |= i != tail.length - END_LENGTH;
                return from + i;
            }
        }
        throw new HeaderException("it has no end record");
    }

    private void zip64(long end) throws IOException {
        file.seek(Math.max(0, end - 20 + 8));
        file.seek(file.i64());
        if (file.i32() != 0x06064b50) {
            throw new HeaderException("it has no ZIP64 end record");
        }
        file.skip(44);
        begin = file.i64();
    }

    /** Tells whether each array, as its local header leads to it, is one of numbers. */
    private boolean plain() throws IOException {
        if (entries > MOST_ARRAYS) {
            return false;
        }
        long next = begin;
        try {
            for (int i = 0; i < entries; i++) {
                file.seek(next + 10);
                int method = u16();
                file.skip(8);
                long packed = file.u32();
                file.skip(4);
                int name = u16();
                int rest = u16() + u16();
                file.skip(8);
                long local = file.u32();
                next = file.position() + name + rest;
                if (!isPlain(local, method, packed)) {
                    return false;
                }
            }
        } catch (HeaderException damaged) {
            return false;
        }
        return true;
    }

    private boolean isPlain(long local, int method, long packed) throws IOException {
        file.seek(local);
        if (file.i32() != LOCAL) {
            return false;
        }
        file.skip(22);
        file.skip(u16() + u16());
        // The header of an array, packed or not, is no longer than this.
        byte[] start = file.upTo((int) Math.min(packed, 1 << 15));
        if (method == 0) {
            return NumpyHeader.isPlain(new ByteArrayInputStream(start));
        }
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(start), inflater)) {
            return method == 8 && NumpyHeader.isPlain(in);
        } catch (ZipException | EOFException damaged) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private int u16() throws IOException {
        return file.u8() | file.u8() << 8;
    }
}
