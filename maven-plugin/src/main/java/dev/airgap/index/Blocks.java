package dev.airgap.index;

import java.util.zip.CRC32;

/** Gives the wheels of single releases in the cache's form, each with a checksum in front. */
interface Blocks {

    /** Tells how many bytes there are in all. */
    int length();

    /**
     * Reads the block of one release, its checksum in front.
     *
     * @return null where they are not what was written: the file was damaged, or replaced by another process
     */
    byte[] read(int from, int count);

    /** Holds them in memory, as they came. */
    record Held(byte[] bytes, int start) implements Blocks {

        @Override
        public int length() {
            return bytes.length - start;
        }

        @Override
        public byte[] read(int from, int count) {
            byte[] part = new byte[count];
            System.arraycopy(bytes, start + from, part, 0, count);
            return part;
        }
    }

    static int sum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
