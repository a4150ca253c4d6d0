package dev.airgap.hub.format;

import dev.airgap.hub.Names;
import dev.airgap.hub.WeightFormat;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Reads the header of a GGUF file, versions 2 and 3, and requires that its tensors lie in the file. */
final class GgufHeader {

    static final WeightKind KIND = WeightKind.data(WeightFormat.GGUF, "it begins with GGUF");

    /** {@code GGUF} read as a number. */
    static final int MAGIC = 0x46554747;

    /** Vocabularies of today take some 20 MB; nothing of it is kept. */
    static final long LONGEST = 256L << 20;

    private static final long MOST_TENSORS = 1 << 18;
    private static final int LONGEST_NAME = 1 << 10;
    private static final int ALL_NAMES = 16 << 20;
    private static final int MOST_DIMENSIONS = 4;

    private final FileBytes file;
    private final Tally tally = new Tally();
    private final Spans spans = new Spans();
    /** Where the data must reach, as far as types are known. */
    private long needed;

    private GgufHeader(FileBytes file) {
        this.file = file;
    }

    static WeightHeader read(FileBytes file) throws IOException {
        return new GgufHeader(file).read();
    }

    private WeightHeader read() throws IOException {
        file.seek(0);
        if (file.size() < 24 || file.i32() != MAGIC) {
            throw new HeaderException("it does not begin as a GGUF file does");
        }
        long version = version();
        long tensors = file.i64();
        if (tensors < 0 || tensors > MOST_TENSORS) {
            throw new HeaderException("it says that it has " + Long.toUnsignedString(tensors)
                    + " tensors, where no more than " + MOST_TENSORS + " are allowed");
        }
        GgufMetadata metadata = new GgufMetadata(file, LONGEST);
        metadata.read(file.i64());
        tensors(tensors, metadata.alignment());
        spans.requireApart(false);
        long data = padded(file.position(), metadata.alignment());
        if (tensors > 0 && needed > file.size() - data) {
            throw new HeaderException("its tensors need " + needed + " bytes of data, and it has "
                    + Math.max(0, file.size() - data) + ": it is cut short");
        }
        SortedMap<String, String> facts = metadata.facts();
        facts.put("version", Long.toString(version));
        facts.put("alignment", Long.toString(metadata.alignment()));
        return new WeightHeader(KIND, tally.parameters(), tally.dtypes(), facts, List.of());
    }

    private long version() throws IOException {
        long version = file.u32();
        if (version == 1) {
            throw new HeaderException("it is of GGUF version 1, which loaders of today do not read");
        }
        if ((version & 0xffff) == 0 && version != 0) {
            throw new HeaderException("it is a GGUF file for big-endian machines");
        }
        if (version != 2 && version != 3) {
            throw new HeaderException("it is of GGUF version " + version + "; versions 2 and 3 are known");
        }
        return version;
    }

    private void tensors(long count, long alignment) throws IOException {
        Set<String> seen = new HashSet<>();
        int length = 0;
        for (long i = 0; i < count; i++) {
            String name = file.text(file.i64(), LONGEST_NAME, "a tensor's name");
            length += name.length();
            if (length > ALL_NAMES) {
                throw new HeaderException("its tensors' names are longer than " + ALL_NAMES + " together");
            }
            if (!seen.add(name)) {
                throw new HeaderException("it has the tensor " + Names.shown(name) + " twice");
            }
            tensor(name, alignment);
            if (file.position() > LONGEST) {
                throw GgufMetadata.tooLong();
            }
        }
    }

    private void tensor(String name, long alignment) throws IOException {
        long dimensions = file.u32();
        if (dimensions > MOST_DIMENSIONS) {
            throw new HeaderException("its tensor " + Names.shown(name) + " has " + dimensions
                    + " dimensions, where no more than " + MOST_DIMENSIONS + " are allowed");
        }
        long row = 1;
        long elements = 1;
        for (int i = 0; i < dimensions; i++) {
            long dimension = file.i64();
            elements = Tally.times(elements, dimension);
            row = i == 0 ? dimension : row;
        }
        long number = file.u32();
        long offset = file.i64();
        if (offset < 0 || offset > file.size() || offset % alignment != 0) {
            throw new HeaderException("its tensor " + Names.shown(name) + " lies at byte "
                    + Long.toUnsignedString(offset) + " of the data, which is no multiple of " + alignment
                    + " within the file");
        }
        GgmlType type = GgmlType.of(number);
        tally.add(type == null ? "type " + number : type.name(), elements);
        if (type == null) {
            needed = Math.max(needed, offset);
            return;
        }
        if (row % type.elements() != 0) {
            throw new HeaderException("its tensor " + Names.shown(name) + " has rows of " + row + ", where " + type
                    + " takes " + type.elements() + " at once");
        }
        long bytes = Tally.times(elements / type.elements(), type.bytes());
        if (bytes > file.size() - offset) {
            throw new HeaderException("its tensor " + Names.shown(name) + " takes " + bytes + " bytes from byte "
                    + offset + " of the data, more than the file has: it is cut short");
        }
        spans.add(offset, offset + bytes);
        needed = Math.max(needed, offset + bytes);
    }

    private static long padded(long position, long alignment) {
        return (position + alignment - 1) / alignment * alignment;
    }
}
