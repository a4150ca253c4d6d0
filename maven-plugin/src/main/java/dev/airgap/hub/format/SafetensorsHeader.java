package dev.airgap.hub.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.airgap.hub.Names;
import dev.airgap.hub.WeightFormat;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the header of a safetensors file as the format's own library does: the tensors cover the data without overlap
 * and without a hole, so that nothing else can lie in the file.
 */
final class SafetensorsHeader {

    static final WeightKind KIND = WeightKind.data(WeightFormat.SAFETENSORS, "a safetensors header with tensors alone");

    /** The library's own limit. */
    private static final long LONGEST = 25_000_000;

    private static final int MOST_DIMENSIONS = 64;
    private static final int MOST_METADATA = 100_000;

    private final Tally tally = new Tally();
    private final Spans spans = new Spans();
    private final SortedMap<String, String> facts = new TreeMap<>();

    private SafetensorsHeader() {}

    /** Tells whether a file begins as one: with a length that it can have, and a JSON object. */
    static boolean begins(FileBytes file) throws IOException {
        if (file.size() < 10) {
            return false;
        }
        file.seek(0);
        long length = file.i64();
        return length >= 2 && length <= LONGEST && length <= file.size() - 8 && file.u8() == '{';
    }

    /** Reads a header, and requires that it describes the file. */
    static WeightHeader read(FileBytes file) throws IOException {
        if (file.size() < 8) {
            throw new HeaderException("it has " + file.size() + " bytes, too few for a safetensors file");
        }
        file.seek(0);
        long length = file.i64();
        if (length < 2 || length > LONGEST) {
            throw new HeaderException("its header would have " + Long.toUnsignedString(length)
                    + " bytes, where a safetensors file has 2 to " + LONGEST);
        }
        if (length > file.size() - 8) {
            throw new HeaderException("its header would have " + length + " bytes, and the file has " + file.size());
        }
        SafetensorsHeader header = new SafetensorsHeader();
        long data = file.size() - 8 - length;
        if (file.u8() != '{') {
            throw new HeaderException("its header is no JSON object");
        }
        file.seek(8);
        try (JsonParser json = StrictJson.parser(file.until(8 + length))) {
            header.read(json);
        } catch (JsonProcessingException malformed) {
            throw new HeaderException(
                    "its header is no strict JSON: " + Names.shown(malformed.getOriginalMessage()), malformed);
        } catch (CharacterCodingException | CharConversionException malformed) {
            throw new HeaderException("its header is no UTF-8", malformed);
        }
        long end = header.spans.requireApart(true);
        if (end != data) {
            throw new HeaderException("its tensors take " + end + " bytes, and the file has " + data
                    + " of data: it is cut short, or something is behind them");
        }
        return new WeightHeader(KIND, header.tally.parameters(), header.tally.dtypes(), header.facts, List.of());
    }

    private void read(JsonParser json) throws IOException {
        Set<String> seen = new HashSet<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new HeaderException("its tensor " + Names.shown(name) + " is no JSON object");
            }
            requireNew(seen.add(name), name);
            if (name.equals("__metadata__")) {
                metadata(json);
            } else {
                tensor(json, name);
            }
        }
        if (json.nextToken() != null) {
            throw new HeaderException("its header has something behind the JSON object");
        }
    }

    private static void requireNew(boolean added, String name) throws HeaderException {
        if (!added) {
            throw new HeaderException("its header has " + Names.shown(name) + " twice");
        }
    }

    private void metadata(JsonParser json) throws IOException {
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            requireNew(seen.add(name), name);
            if (seen.size() > MOST_METADATA) {
                throw new HeaderException("its __metadata__ has more than " + MOST_METADATA + " texts");
            }
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw new HeaderException("its __metadata__ has " + Names.shown(name) + ", which is no text");
            }
            if (name.equals("format")) {
                facts.put("format", json.getText());
            }
        }
    }

    private void tensor(JsonParser json, String name) throws IOException {
        Dtype dtype = null;
        long elements = -1;
        long[] offsets = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            boolean twice = switch (key) {
                case "dtype" -> dtype != null;
                case "shape" -> elements >= 0;
                case "data_offsets" -> offsets != null;
                default -> false;
            };
            requireNew(!twice, key);
            switch (key) {
                case "dtype" -> dtype = value == JsonToken.VALUE_STRING ? Dtype.of(json.getText()) : null;
                case "shape" -> elements = shape(json);
                case "data_offsets" -> offsets = offsets(json);
                default -> json.skipChildren();
            }
        }
        if (dtype == null || elements < 0 || offsets == null) {
            throw new HeaderException(
                    "its tensor " + Names.shown(name) + " lacks a known dtype, a shape or its data_offsets");
        }
        add(name, dtype, elements, offsets);
    }

    private void add(String name, Dtype dtype, long elements, long[] offsets) throws HeaderException {
        long bits = Tally.times(elements, dtype.bits());
        if (bits % 8 != 0) {
            throw new HeaderException("its tensor " + Names.shown(name) + " ends in the middle of a byte");
        }
        if (offsets[1] < offsets[0] || offsets[1] - offsets[0] != bits / 8) {
            throw new HeaderException("its tensor " + Names.shown(name) + " lies from byte " + offsets[0] + " to "
                    + offsets[1] + ", and by its type and shape takes " + bits / 8 + " bytes");
        }
        spans.add(offsets[0], offsets[1]);
        tally.add(dtype.name(), elements);
    }

    private static long shape(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new HeaderException("it has a shape that is no list");
        }
        long elements = 1;
        int dimensions = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (++dimensions > MOST_DIMENSIONS) {
                throw new HeaderException("it has a tensor of more than " + MOST_DIMENSIONS + " dimensions");
            }
            elements = Tally.times(elements, StrictJson.count(json, "a dimension"));
        }
        return elements;
    }

    private static long[] offsets(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new HeaderException("it has data_offsets that are no list");
        }
        long[] offsets = new long[2];
        for (int i = 0; i < 2; i++) {
            json.nextToken();
            offsets[i] = StrictJson.count(json, "an offset");
        }
        if (json.nextToken() != JsonToken.END_ARRAY) {
            throw new HeaderException("it has data_offsets that are more than two");
        }
        return offsets;
    }
}
