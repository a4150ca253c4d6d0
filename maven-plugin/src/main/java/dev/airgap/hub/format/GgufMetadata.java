package dev.airgap.hub.format;

import dev.airgap.hub.Names;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the keys and values in front of a GGUF file's tensors; all but a few values are skipped. */
final class GgufMetadata {

    private static final long MOST_KEYS = 1 << 16;
    private static final int LONGEST_KEY = (1 << 16) - 1;
    private static final int ALL_KEYS = 8 << 20;
    private static final int LONGEST_FACT = 1 << 16;
    private static final int DEEPEST = 4;

    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    /** Bytes of a value by its type's number; 0 for strings and arrays. */
    private static final int[] BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final FileBytes file;
    private final long last;
    private final SortedMap<String, String> facts = new TreeMap<>();
    private long alignment = 32;

    /**
     * Takes what is read.
     *
     * @param last where a header that goes on is too long
     */
    GgufMetadata(FileBytes file, long last) {
        this.file = file;
        this.last = last;
    }

    SortedMap<String, String> facts() {
        return facts;
    }

    /** Gives what the places of tensors are multiples of. */
    long alignment() {
        return alignment;
    }

    /** Reads so many keys with their values. */
    void read(long count) throws IOException {
        if (count < 0 || count > MOST_KEYS) {
            throw new HeaderException("it says that it has " + Long.toUnsignedString(count)
                    + " metadata keys, where no more than " + MOST_KEYS + " are allowed");
        }
        Set<String> seen = new HashSet<>();
        int length = 0;
        for (long i = 0; i < count; i++) {
            String key = file.text(file.i64(), LONGEST_KEY, "a metadata key");
            length += key.length();
            if (length > ALL_KEYS) {
                throw new HeaderException("its metadata keys are longer than " + ALL_KEYS + " together");
            }
            if (!seen.add(key)) {
                throw new HeaderException("it has the metadata key " + Names.shown(key) + " twice");
            }
            int type = file.i32();
            switch (key) {
                case "general.architecture" -> text(key, "architecture", type);
                case "general.license" -> text(key, "license", type);
                case "general.file_type" -> facts.put("quantization", GgufFileType.name(number(key, type)));
                case "general.alignment" -> alignment(number(key, type));
                default -> skip(type, 0);
            }
        }
    }

    private void text(String key, String fact, int type) throws IOException {
        if (type != STRING) {
            throw new HeaderException("its " + key + " is no text");
        }
        facts.put(fact, file.text(file.i64(), LONGEST_FACT, "a " + key));
    }

    private long number(String key, int type) throws IOException {
        boolean whole = type >= 0 && type <= 11 && type != 6 && type != BOOL && BYTES[type] > 0;
        if (!whole) {
            throw new HeaderException("its " + key + " is no whole number");
        }
        long value = switch (BYTES[type]) {
            case 1 -> file.u8();
            case 2 -> file.u8() | file.u8() << 8;
            case 4 -> file.u32();
            default -> file.i64();
        };
        if (value < 0) {
            throw new HeaderException("its " + key + " is out of range");
        }
        return value;
    }

    private void alignment(long value) throws HeaderException {
        if (value < 1 || value > 1 << 20 || Long.bitCount(value) != 1) {
            throw new HeaderException("its general.alignment is " + value + ", which is no power of two");
        }
        alignment = value;
    }

    private void skip(int type, int depth) throws IOException {
        if (type < 0 || type >= BYTES.length) {
            throw new HeaderException("it has a metadata value of the type " + type + ", which there is not");
        }
        if (type == STRING) {
            file.skip(file.i64());
        } else if (type == ARRAY) {
            array(depth + 1);
        } else {
            file.skip(BYTES[type]);
        }
        if (file.position() > last) {
            throw tooLong();
        }
    }

    private void array(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new HeaderException("it has lists in lists, deeper than " + DEEPEST);
        }
        int type = file.i32();
        long count = file.i64();
        int bytes = type >= 0 && type < BYTES.length ? BYTES[type] : 0;
        // A text or a list takes eight bytes or more, so that a count can be judged before anything is read.
        if (count < 0 || count > file.remaining() / (bytes > 0 ? bytes : 8)) {
            throw new HeaderException(
                    "it has a list of " + Long.toUnsignedString(count) + " values, and not so many bytes");
        }
        if (bytes > 0) {
            file.skip(count * bytes);
            return;
        }
        for (long i = 0; i < count; i++) {
            skip(type, depth);
        }
    }

    static HeaderException tooLong() {
        return new HeaderException("its header goes on for more than " + GgufHeader.LONGEST + " bytes");
    }
}
