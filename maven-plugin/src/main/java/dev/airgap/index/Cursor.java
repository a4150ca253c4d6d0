package dev.airgap.index;

import java.nio.charset.StandardCharsets;

/** Reads bytes in the cache's form from a place on; the counterpart of {@link Growing}. */
final class Cursor {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int at() {
        return at;
    }

    int take() {
        return bytes[at++] & 0xFF;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = take();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next > 0x7F && shift < 64);
        return value;
    }

    int count() {
        return (int) number();
    }

    int fixed() {
        int value = (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
        at += 4;
        return value;
    }

    long fixedLong() {
        long high = fixed();
        return high << 32 | fixed() & 0xFFFFFFFFL;
    }

    String text() {
        int length = count();
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    /** Passes over a text. */
    void skip() {
        int length = count();
        at += length;
    }

    String hex(int count) {
        byte[] digits = new byte[count * 2];
        for (int i = 0; i < count; i++) {
            int pair = bytes[at++];
            digits[i * 2] = DIGITS[pair >>> 4 & 0xF];
            digits[i * 2 + 1] = DIGITS[pair & 0xF];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }
}
