package dev.airgap.index;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
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
    private static final int MAGIC = 'A' << 24 | 'G' << 16 | 'X' << 8 | 1;

    private static final int FIXED = 20;
    private static final AtomicLong WRITTEN = new AtomicLong();

    private CacheFile() {}

    /** Holds a file and the places where its two parts start. */
    record Parts(byte[] bytes, int head, int body) {}

    /** Gives a file's parts, or null where there is none or it is damaged. */
    static Parts read(Path path) {
        byte[] bytes;
        try (FileInputStream in = new FileInputStream(path.toFile())) {
            bytes = in.readAllBytes();
        } catch (FileNotFoundException missing) {
            return null;
        } catch (IOException unreadable) {
            LOG.debug("Cannot read {}: {}", path, unreadable.getMessage());
            return null;
        }
        Parts parts = parts(bytes);
        if (parts == null) {
            LOG.debug("Dropped {}: it is damaged, or of another version", path);
            delete(path.toFile());
        }
        return parts;
    }

    private static Parts parts(byte[] bytes) {
        if (bytes.length < FIXED) {
            return null;
        }
        Cursor in = new Cursor(bytes, 0);
        int magic = in.fixed();
        int headLength = in.fixed();
        int headSum = in.fixed();
        int bodyLength = in.fixed();
        int bodySum = in.fixed();
        if (magic != MAGIC
                || headLength < 0
                || bodyLength < 0
                || (long) FIXED + headLength + bodyLength != bytes.length
                || sum(bytes, FIXED, headLength) != headSum
                || sum(bytes, FIXED + headLength, bodyLength) != bodySum) {
            return null;
        }
        return new Parts(bytes, FIXED, FIXED + headLength);
    }

    /** Writes a file whose body is the rest of some bytes. */
    static void write(Path path, byte[] head, byte[] bytes, int body) {
        Growing out = new Growing(FIXED + head.length);
        out.fixed(MAGIC);
        out.fixed(head.length);
        out.fixed(sum(head, 0, head.length));
        out.fixed(bytes.length - body);
        out.fixed(sum(bytes, body, bytes.length - body));
        out.put(head, 0, head.length);
        Path beside = path.resolveSibling(
                "." + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet() + "-" + path.getFileName());
        try {
            Files.createDirectories(path.getParent());
            try (FileOutputStream file = new FileOutputStream(beside.toFile())) {
                file.write(out.array(), 0, out.length());
                file.write(bytes, body, bytes.length - body);
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

    private static int sum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
