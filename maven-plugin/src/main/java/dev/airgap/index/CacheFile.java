package dev.airgap.index;

import java.io.EOFException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and writes the files of the cache: head, body, and a checksum over each. A file is written beside its place and
 * moved there, so that other processes see the old one or the new one. A damaged file is dropped as if it had never
 * been; one that cannot be written is done without.
 */
final class CacheFile {

    private static final Logger LOG = LoggerFactory.getLogger(CacheFile.class);

    /** Ends with the version of the format: files of another version are dropped. */
    private static final int MAGIC = 'A' << 24 | 'G' << 16 | 'X' << 8 | 4;

    private static final int FIXED = 20;

    /** Holds most heads; longer ones cost a second read. */
    private static final int FIRST_READ = 8192;

    private static final AtomicLong WRITTEN = new AtomicLong();

    private CacheFile() {}

    /** Holds a file and the places where its two parts start. */
    record Parts(byte[] bytes, int head, int body) {}

    /** Gives a file whole, or null where there is none or it is damaged. */
    static Parts read(Path path) {
        return open(path, true);
    }

    /** Gives a file's head alone; its body is looked at when it is asked for. */
    static Parts readHead(Path path) {
        return open(path, false);
    }

    private static Parts open(Path path, boolean whole) {
        Parts parts;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            parts = parts(file, whole);
        } catch (FileNotFoundException missing) {
            return null;
        } catch (EOFException cut) {
            parts = null;
        } catch (IOException unreadable) {
            LOG.debug("Cannot read {}: {}", path, unreadable.getMessage());
            return null;
        }
        if (parts == null) {
            LOG.debug("Dropped {}: it is damaged, or of another version", path);
            delete(path.toFile());
        }
        return parts;
    }

    private static Parts parts(RandomAccessFile file, boolean whole) throws IOException {
        long length = file.length();
        if (length < FIXED || length > Integer.MAX_VALUE - 8) {
            return null;
        }
        byte[] bytes = new byte[(int) Math.min(length, whole ? length : FIRST_READ)];
        file.readFully(bytes);
        Cursor in = new Cursor(bytes, 0);
        int magic = in.fixed();
        int head = in.fixed();
        int headSum = in.fixed();
        int body = in.fixed();
        int bodySum = in.fixed();
        if (magic != MAGIC || head < 0 || body < 0 || (long) FIXED + head + body != length) {
            return null;
        }
        if (FIXED + head > bytes.length) {
            int had = bytes.length;
            bytes = Arrays.copyOf(bytes, FIXED + head);
            file.readFully(bytes, had, bytes.length - had);
        }
        boolean right = Blocks.sum(bytes, FIXED, head) == headSum
                && (!whole || Blocks.sum(bytes, FIXED + head, body) == bodySum);
        return right ? new Parts(bytes, FIXED, FIXED + head) : null;
    }

    /** Gives a part of the body of a file whose head was read; null where it is no longer that file. */
    static byte[] readBody(Path path, Parts head, int from, int count) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] fixed = new byte[FIXED];
            file.readFully(fixed);
            if (!Arrays.equals(fixed, 0, FIXED, head.bytes(), 0, FIXED)) {
                return null;
            }
            byte[] part = new byte[count];
            file.seek((long) head.body() + from);
            file.readFully(part);
            return part;
        } catch (IOException gone) {
            LOG.debug("Cannot read {}: {}", path, gone.getMessage());
            return null;
        }
    }

    /** Tells how long the body of a file is. */
    static int bodyLength(Parts parts) {
        return new Cursor(parts.bytes(), 12).fixed();
    }

    static void write(Path path, byte[] head, byte[] body) {
        Growing out = new Growing(FIXED + head.length);
        out.fixed(MAGIC);
        out.fixed(head.length);
        out.fixed(Blocks.sum(head, 0, head.length));
        out.fixed(body.length);
        out.fixed(Blocks.sum(body, 0, body.length));
        out.put(head, 0, head.length);
        Path beside = path.resolveSibling(
                "." + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet() + "-" + path.getFileName());
        try {
            Files.createDirectories(path.getParent());
            try (FileOutputStream file = new FileOutputStream(beside.toFile())) {
                file.write(out.array(), 0, out.length());
                file.write(body);
            }
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.debug("Cannot write {}: {}", path, unwritable.getMessage());
            delete(beside.toFile());
        }
    }

    private static void delete(File file) {
        if (!file.delete() && file.exists()) {
            LOG.debug("Cannot delete {}", file);
        }
    }
}
