package dev.airgap.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIPs field by field, so that each field can be made a lie. */
final class Zip {

    /** Holds an entry as it will be written; a test changes what it likes. */
    static final class Part {
        String name;
        String localName;
        byte[] packed;
        int method = 8;
        int flags;
        int crc;
        long size;
        long said;
        byte[] extra = new byte[0];
        byte[] localExtra = new byte[0];
        long offset = -1;
    }

    final List<Part> parts = new ArrayList<>();
    boolean zip64;
    int entries = -1;
    long directoryShift;
    byte[] gap = new byte[0];
    byte[] comment = new byte[0];
    int disk;

    static Zip of(String... namesAndTexts) {
        Zip zip = new Zip();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            zip.add(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return zip;
    }

    Part add(String name, byte[] content) {
        Part part = new Part();
        part.name = name;
        part.localName = name;
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] buffer = new byte[content.length + 64];
        part.packed = java.util.Arrays.copyOf(buffer, 0);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        part.packed = packed.toByteArray();
        CRC32 crc = new CRC32();
        crc.update(content);
        part.crc = (int) crc.getValue();
        part.size = content.length;
        part.said = part.packed.length;
        parts.add(part);
        return part;
    }

    Zip stored(int index, byte[] content) {
        Part part = parts.get(index);
        part.method = 0;
        part.packed = content;
        part.said = content.length;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            if (part.offset < 0) {
                part.offset = out.size();
            }
            byte[] name = part.localName.getBytes(StandardCharsets.UTF_8);
            little(out, 0x04034b50, 4);
            little(out, 20, 2);
            little(out, part.flags, 2);
            little(out, part.method, 2);
            little(out, 0, 4);
            little(out, part.crc, 4);
            little(out, part.said, 4);
            little(out, part.size, 4);
            little(out, name.length, 2);
            little(out, part.localExtra.length, 2);
            out.writeBytes(name);
            out.writeBytes(part.localExtra);
            out.writeBytes(part.packed);
        }
        int start = out.size();
        for (Part part : parts) {
            entry(out, part);
        }
        int length = out.size() - start;
        out.writeBytes(gap);
        int count = entries < 0 ? parts.size() : entries;
        if (zip64) {
            long end = out.size();
            little(out, 0x06064b50, 4);
            little(out, 44, 8);
            little(out, 45, 2);
            little(out, 45, 2);
            little(out, 0, 4);
            little(out, 0, 4);
            little(out, count, 8);
            little(out, count, 8);
            little(out, length, 8);
            little(out, start + directoryShift, 8);
            little(out, 0x07064b50, 4);
            little(out, 0, 4);
            little(out, end, 8);
            little(out, 1, 4);
        }
        little(out, 0x06054b50, 4);
        little(out, disk, 2);
        little(out, disk, 2);
        little(out, zip64 ? 0xFFFF : count, 2);
        little(out, zip64 ? 0xFFFF : count, 2);
        little(out, zip64 ? -1 : length, 4);
        little(out, zip64 ? -1 : start + directoryShift, 4);
        little(out, comment.length, 2);
        out.writeBytes(comment);
        return out.toByteArray();
    }

    private void entry(ByteArrayOutputStream out, Part part) {
        byte[] name = part.name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream extra = new ByteArrayOutputStream();
        if (zip64) {
            little(extra, 1, 2);
            little(extra, 24, 2);
            little(extra, part.size, 8);
            little(extra, part.said, 8);
            little(extra, part.offset, 8);
        }
        extra.writeBytes(part.extra);
        little(out, 0x02014b50, 4);
        little(out, 20, 2);
        little(out, 20, 2);
        little(out, part.flags, 2);
        little(out, part.method, 2);
        little(out, 0, 4);
        little(out, part.crc, 4);
        little(out, zip64 ? -1 : part.said, 4);
        little(out, zip64 ? -1 : part.size, 4);
        little(out, name.length, 2);
        little(out, extra.size(), 2);
        little(out, 0, 2);
        little(out, 0, 2);
        little(out, 0, 2);
        little(out, 0, 4);
        little(out, zip64 ? -1 : part.offset, 4);
        out.writeBytes(name);
        out.writeBytes(extra.toByteArray());
    }

    private static void little(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }
}
