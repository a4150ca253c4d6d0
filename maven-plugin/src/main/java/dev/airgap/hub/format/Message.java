package dev.airgap.hub.format;

import java.io.IOException;

/** Walks the fields of one message in protobuf's wire format; what is not asked for is skipped, not read. */
final class Message {

    static final int VARINT = 0;
    static final int BYTES = 2;
    private static final int FIXED64 = 1;
    private static final int FIXED32 = 5;

    private final FileBytes file;
    private final long end;
    private int field;
    private int wire;
    private long value;
    private long next;

    /** Takes the message that lies in the file from a place to another. */
    Message(FileBytes file, long begin, long end) {
        this.file = file;
        this.next = begin;
        this.end = end;
    }

    /** Moves to the next field, past what is left of the one before; false at the end of the message. */
    boolean next() throws IOException {
        if (next == end) {
            return false;
        }
        file.seek(next);
        long tag = varint();
        field = (int) (tag >>> 3);
        wire = (int) (tag & 7);
        if (tag >>> 32 != 0 || field == 0) {
            throw new HeaderException("at byte " + next + " it is no protobuf: a field without a number");
        }
        switch (wire) {
            case VARINT -> {
                value = varint();
                next = file.position();
            }
            case BYTES -> {
                value = varint();
                next = moved(value);
            }
            case FIXED64 -> next = moved(8);
            case FIXED32 -> next = moved(4);
            default -> throw new HeaderException("at byte " + next + " it is no protobuf of today: wire type " + wire);
        }
        return true;
    }

    int field() {
        return field;
    }

    boolean is(int number, int type) {
        return field == number && wire == type;
    }

    /** Gives the number of a field of numbers, or the length of one of bytes. */
    long value() {
        return value;
    }

    int wire() {
        return wire;
    }

    /** Opens the field as a message of its own. */
    Message message() {
        return new Message(file, next - value, next);
    }

    /** Reads the field as a text. */
    String text(int most, String what) throws IOException {
        file.seek(next - value);
        return file.text(value, most, what);
    }

    /** Reads the next number of a packed field that was opened as a message; false at its end. */
    boolean nextNumber() throws IOException {
        if (next == end) {
            return false;
        }
        file.seek(next);
        value = varint();
        next = file.position();
        return true;
    }

    private long moved(long count) throws IOException {
        long from = file.position();
        if (count < 0 || count > end - from) {
            throw new HeaderException("at byte " + from + " it says that " + Long.toUnsignedString(count)
                    + " bytes follow, and there are " + (end - from));
        }
        return from + count;
    }

    private long varint() throws IOException {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (file.position() >= end) {
                throw new HeaderException("at byte " + file.position() + " it ends in the middle of a number");
            }
            int part = file.u8();
            if (shift == 63 && part > 1) {
                break;
            }
            number |= (long) (part & 0x7f) << shift;
            if (part < 0x80) {
                return number;
            }
        }
        throw new HeaderException("at byte " + file.position() + " it is no protobuf: a number of more than 64 bits");
    }
}
