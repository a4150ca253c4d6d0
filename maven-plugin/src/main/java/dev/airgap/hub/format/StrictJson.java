package dev.airgap.hub.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Makes parsers of JSON that a stranger wrote: UTF-8 alone and shallow. Names said twice are the caller's to find, who
 * can bound how many are remembered.
 */
final class StrictJson {

    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1 << 14;

    private StrictJson() {}

    /** Makes a parser that reads a stream to its end. */
    static JsonParser parser(InputStream in) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(40)
                        .build())
                .build();
        // A reader, since Jackson would take other encodings for their own sake when it is given bytes.
        return factory.createParser(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    /** Reads a whole number that is no less than 0. */
    static long count(JsonParser json, String what) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || json.getLongValue() < 0) {
            throw new HeaderException("it has " + what + " that is no whole number of 0 or more");
        }
        return json.getLongValue();
    }
}
