package dev.airgap.index;

import dev.airgap.python.PackageName;
import dev.airgap.python.WheelName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the METADATA out of a wheel by few and small reads. */
final class WheelArchive {

    /** The longest METADATA of PyPI have some hundred kilobytes. */
    static final int LIMIT = 16 << 20;

    private static final int LOCAL = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private WheelArchive() {}

    /**
     * Gives the bytes of METADATA.
     *
     * @throws ArchiveException where the wheel is no ZIP, a crooked one, or another package's
     */
    static byte[] metadata(Slices file, WheelName wheel) throws IOException {
        ZipEnd end = ZipEnd.find(file);
        ZipListing.Entry entry = ZipListing.metadata(file, end);
        check(entry, wheel);
        return unpack(entry, packed(file, entry, end));
    }

    private static void check(ZipListing.Entry entry, WheelName wheel) throws ArchiveException {
        String folder = entry.name().substring(0, entry.name().indexOf(".dist-info/"));
        int dash = folder.lastIndexOf('-');
        try {
            if (dash > 0 && PackageName.of(folder.substring(0, dash)).equals(wheel.name())) {
                if ((entry.flags() & ENCRYPTED) != 0 || entry.method() != STORED && entry.method() != DEFLATED) {
                    throw new ArchiveException("its METADATA is encrypted, or packed by method " + entry.method());
                }
                if (entry.packed() > LIMIT || entry.size() > LIMIT) {
                    throw new ArchiveException("its METADATA has more than " + LIMIT + " bytes");
                }
                return;
            }
        } catch (IllegalArgumentException noName) {
            throw new ArchiveException("its folder " + Link.plain(folder) + ".dist-info names no package");
        }
        throw new ArchiveException(
                "its folder is " + Link.plain(folder) + ".dist-info, which is not of " + wheel.name());
    }

    /** Reads the entry's own bytes, behind its local header, whose extra field may differ from the directory's. */
    private static byte[] packed(Slices file, ZipListing.Entry entry, ZipEnd end) throws IOException {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        long most = end.directory() - entry.local();
        int guess = (int) Math.min(most, LOCAL + name.length + entry.extra() + 64 + entry.packed());
        byte[] bytes = file.read(entry.local(), guess);
        Little header = new Little(bytes);
        if (header.u32(0) != LOCAL_SIGNATURE
                || header.u16(26) != name.length
                || !new String(bytes, LOCAL, name.length, StandardCharsets.UTF_8).equals(entry.name())) {
            throw new ArchiveException("its METADATA has a local header that disagrees with the central directory");
        }
        int start = LOCAL + name.length + header.u16(28);
        long need = start + entry.packed();
        if (need > most) {
            throw new ArchiveException("its METADATA lies outside of it");
        }
        if (need > guess) {
            bytes = file.read(entry.local(), (int) need);
        }
        byte[] packed = new byte[(int) entry.packed()];
        System.arraycopy(bytes, start, packed, 0, packed.length);
        return packed;
    }

    private static byte[] unpack(ZipListing.Entry entry, byte[] packed) throws ArchiveException {
        byte[] content = entry.method() == STORED ? packed : inflate(packed, (int) entry.size());
        CRC32 crc = new CRC32();
        crc.update(content);
        if (content.length != entry.size() || (int) crc.getValue() != entry.crc()) {
            throw new ArchiveException("its METADATA is damaged: length or checksum differ from the central directory");
        }
        return content;
    }

    private static byte[] inflate(byte[] packed, int size) throws ArchiveException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] content = new byte[size];
            int done = 0;
            while (done < size && !inflater.finished()) {
                int count = inflater.inflate(content, done, size - done);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                done += count;
            }
            // One byte more shows whether the packed bytes hold more than was said.
            if (done != size || !inflater.finished() && inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw new ArchiveException("its METADATA does not unpack to the length that is said");
            }
            return content;
        } catch (DataFormatException malformed) {
            throw new ArchiveException("its METADATA does not unpack: " + malformed.getMessage());
        } finally {
            inflater.end();
        }
    }
}
