package dev.airgap.hub.format;

import dev.airgap.hub.Names;
import java.io.IOException;
import java.util.SortedMap;

/** Reads one TensorProto without its data: type and shape, and where its data lies. */
final class OnnxTensor {

    private static final int MOST_DIMENSIONS = 64;
    private static final int LONGEST_LOCATION = 4096;
    private static final int MOST_FILES = 10_000;

    private long elements = 1;
    private int dimensions;
    private long type;
    private long raw = -1;
    private String location = "";
    private long offset;
    private long length = -1;

    private OnnxTensor() {}

    /** Reads a tensor; an external file that it names is noted with the bytes it needs of it. */
    static OnnxTensor read(Message tensor, SortedMap<String, Long> external) throws IOException {
        OnnxTensor read = new OnnxTensor();
        while (tensor.next()) {
            read.field(tensor);
        }
        read.check(external);
        return read;
    }

    void count(Tally tally) throws HeaderException {
        OnnxType known = OnnxType.of(type);
        tally.add(known == null ? "type " + type : known.name(), elements);
    }

    private void field(Message tensor) throws IOException {
        if (tensor.is(1, Message.VARINT)) {
            dimension(tensor.value());
        } else if (tensor.is(1, Message.BYTES)) {
            Message packed = tensor.message();
            while (packed.nextNumber()) {
                dimension(packed.value());
            }
        } else if (tensor.is(2, Message.VARINT)) {
            type = Integer.toUnsignedLong((int) tensor.value());
        } else if (tensor.is(9, Message.BYTES)) {
            raw = tensor.value();
        } else if (tensor.is(13, Message.BYTES)) {
            external(tensor.message());
        }
    }

    private void dimension(long dimension) throws HeaderException {
        if (++dimensions > MOST_DIMENSIONS) {
            throw new HeaderException("it has a tensor of more than " + MOST_DIMENSIONS + " dimensions");
        }
        elements = Tally.times(elements, dimension);
    }

    private void external(Message entry) throws IOException {
        String key = "";
        String value = "";
        while (entry.next()) {
            if (entry.is(1, Message.BYTES)) {
                key = entry.text(LONGEST_LOCATION, "an external_data key");
            } else if (entry.is(2, Message.BYTES)) {
                value = entry.text(LONGEST_LOCATION, "an external_data value");
            }
        }
        switch (key) {
            case "location" -> location = location(value);
            case "offset" -> offset = number(key, value);
            case "length" -> length = number(key, value);
            default -> {
                // checksum, basepath: not relied on.
            }
        }
    }

    private static String location(String value) throws HeaderException {
        String path = value.startsWith("./") ? value.substring(2) : value;
        String wrong = Names.wrongPath(path);
        if (!wrong.isEmpty()) {
            throw new HeaderException("it names the external file " + Names.shown(value) + ", and " + wrong);
        }
        return path;
    }

    private static long number(String key, String value) throws HeaderException {
        boolean digits = !value.isEmpty() && value.length() <= 18;
        for (int i = 0; digits && i < value.length(); i++) {
            digits = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        if (!digits) {
            throw new HeaderException("it has external data whose " + key + " is " + Names.shown(value)
                    + ", which is no number of bytes");
        }
        return Long.parseLong(value);
    }

    private void check(SortedMap<String, Long> external) throws HeaderException {
        OnnxType known = OnnxType.of(type);
        long bytes = known == null || known.bits() == 0 ? -1 : Tally.bytes(elements, known.bits());
        if (location.isEmpty()) {
            if (raw >= 0 && bytes >= 0 && raw != bytes) {
                throw new HeaderException(
                        "it has a tensor of " + raw + " bytes, which by its type and shape takes " + bytes);
            }
            return;
        }
        if (length >= 0 && bytes >= 0 && length != bytes) {
            throw new HeaderException("it has a tensor of " + length + " bytes in " + Names.shown(location)
                    + ", which by its type and shape takes " + bytes);
        }
        long taken = Math.max(0, Math.max(length, bytes));
        if (taken > Long.MAX_VALUE - offset) {
            throw new HeaderException("it has a tensor that ends beyond any file");
        }
        if (!external.containsKey(location) && external.size() >= MOST_FILES) {
            throw new HeaderException("it names more than " + MOST_FILES + " external files");
        }
        external.merge(location, offset + taken, Math::max);
    }
}
