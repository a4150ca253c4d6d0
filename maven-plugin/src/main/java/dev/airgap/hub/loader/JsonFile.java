package dev.airgap.hub.loader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds a small JSON document that a stranger wrote, as Python's json reads it. Of a number only counts that it is there.
 *
 * @param value a Map, a List, a String, a Boolean, or null where there is nothing
 */
record JsonFile(Object value) {

    /** Stands for a file that is not there. */
    static final JsonFile NONE = new JsonFile(null);

    private static final Object UNREADABLE = new Object();

    /** Loaders' settings have some kilobytes; what is longer is data. */
    static final long LONGEST = 8L << 20;

    private static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Python writes and reads these.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1 << 14)
                    .maxNumberLength(1000)
                    .build())
            .build();

    /** Reads a file; one that is too long, or no JSON, is unreadable. */
    static JsonFile read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                return new JsonFile(UNREADABLE);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                    JsonParser json = FACTORY.createParser(in)) {
                json.nextToken();
                return new JsonFile(value(json));
            }
        } catch (IOException unreadable) {
            return new JsonFile(UNREADABLE);
        }
    }

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                object.put(name, value(json));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(json));
            }
            return array;
        }
        if (token == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        return token == null || token == JsonToken.VALUE_NULL ? null : Boolean.valueOf(token != JsonToken.VALUE_FALSE);
    }

    boolean isThere() {
        return value != null;
    }

    boolean isUnreadable() {
        return value == UNREADABLE;
    }

    /** Gives the fields of an object; none where it is no object. */
    Map<?, ?> fields() {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Gives the elements of an array; none where it is no array. */
    List<?> elements() {
        return value instanceof List<?> list ? list : List.of();
    }

    /** Gives a field. */
    JsonFile field(String name) {
        return new JsonFile(fields().get(name));
    }

    /** Gives a text; empty where it is none. */
    String text() {
        return value instanceof String text ? text : "";
    }

    /** Lists the texts in it, at any depth of arrays and objects. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        gather(value, texts);
        return texts;
    }

    private static void gather(Object value, List<String> into) {
        if (value instanceof String text) {
            into.add(text);
        } else if (value instanceof List<?> list) {
            list.forEach(one -> gather(one, into));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> gather(one, into));
        }
    }
}
