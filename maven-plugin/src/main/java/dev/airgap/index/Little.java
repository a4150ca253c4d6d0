package dev.airgap.index;

/** Reads little-endian numbers, as ZIP has them, out of bytes. */
record Little(byte[] bytes) {

    int u16(int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    /** Gives 32 bits as they are: negative where the highest is set. */
    int u32(int at) {
        return u16(at) | u16(at + 2) << 16;
    }

    long u64(int at) {
        return u32(at) & 0xFFFFFFFFL | (long) u32(at + 4) << 32;
    }
}
