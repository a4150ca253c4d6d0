package dev.airgap.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects bytes in the cache's form; the counterpart of {@link Cursor}. */
final class Growing {

    private byte[] bytes;
    private int length;

    Growing(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    void put(byte[] more, int from, int count) {
        reserve(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
    }

    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    void fixed(int value) {
        put(value >>> 24);
        put(value >>> 16);
        put(value >>> 8);
        put(value);
    }

    void fixed(long value) {
        fixed((int) (value >>> 32));
        fixed((int) value);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        put(utf8, 0, utf8.length);
    }

    /** Packs lower-case hex digits, two a byte. */
    void hex(String digits) {
        reserve(digits.length() / 2);
        for (int i = 0; i < digits.length(); i += 2) {
            bytes[length++] = (byte) (Chars.digit(digits.charAt(i)) << 4 | Chars.digit(digits.charAt(i + 1)));
        }
    }
}
