package dev.airgap.index;

import java.io.IOException;

/**
 * Finds where a ZIP's central directory lies (APPNOTE, 4.3.14 to 4.3.16). Nothing may stand between the directory and
 * the records of the end, and no comment may hold a second end: archives that different readers read differently are
 * refused.
 *
 * @param directory where the central directory starts
 * @param length its length in bytes
 * @param entries how many entries it has
 */
record ZipEnd(long directory, int length, int entries) {

    /** 100,000 files with long names fit in. */
    private static final int DIRECTORY_LIMIT = 32 << 20;

    private static final int END = 22;
    private static final int LOCATOR = 20;
    private static final int END64 = 56;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final long ALL32 = 0xFFFFFFFFL;

    static ZipEnd find(Slices file) throws IOException {
        int span = (int) Math.min(file.size(), Ranges.TAIL);
        long base = file.size() - span;
        Little tail = new Little(file.read(base, span));
        int end = end(tail, span);
        if (tail.u16(end + 4) != 0 || tail.u16(end + 6) != 0 || tail.u16(end + 8) != tail.u16(end + 10)) {
            throw new ArchiveException("it is one part of a ZIP in several parts");
        }
        long entries = tail.u16(end + 10);
        long length = tail.u32(end + 12) & ALL32;
        long start = tail.u32(end + 16) & ALL32;
        long close = base + end;
        if (end >= LOCATOR && tail.u32(end - LOCATOR) == LOCATOR_SIGNATURE) {
            close = tail.u64(end - LOCATOR + 8);
            if (close < 0 || close != base + end - LOCATOR - END64) {
                throw new ArchiveException("its ZIP64 record does not stand before the record of its end");
            }
            Little wide = new Little(file.read(close, END64));
            if (wide.u32(0) != END64_SIGNATURE
                    || wide.u64(4) != END64 - 12
                    || wide.u64(24) != wide.u64(32)
                    || entries != 0xFFFF && entries != wide.u64(32)
                    || length != ALL32 && length != wide.u64(40)
                    || start != ALL32 && start != wide.u64(48)) {
                throw new ArchiveException("its ZIP64 record is malformed or says something else than that of its end");
            }
            entries = wide.u64(32);
            length = wide.u64(40);
            start = wide.u64(48);
        }
        if (start < 0 || length < 0 || start > close || length != close - start) {
            throw new ArchiveException("its central directory does not end where the record of its end starts");
        }
        if (length > DIRECTORY_LIMIT || entries < 0 || entries > length / ZipListing.FIXED) {
            throw new ArchiveException("its central directory of " + length + " bytes does not go with "
                    + Long.toUnsignedString(entries) + " entries, or is too long");
        }
        return new ZipEnd(start, (int) length, (int) entries);
    }

    /** Finds the record of the end; a second one that reaches to the file's end too would be another reader's choice. */
    private static int end(Little tail, int span) throws ArchiveException {
        int end = -1;
        for (int i = span - END; i >= 0; i--) {
            if (tail.u32(i) == END_SIGNATURE && tail.u16(i + 20) == span - END - i) {
                if (end >= 0) {
                    throw new ArchiveException("it has two records of its end");
                }
                end = i;
            }
        }
        if (end < 0) {
            throw new ArchiveException("it is no ZIP: the record of its end is missing");
        }
        return end;
    }
}
