package dev.airgap.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.airgap.bundle.BundledModel.Facts;
import dev.airgap.bundle.BundledModel.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes and reads the manifest's list of models. What files say of a model is known when the last of them has arrived,
 * and the tar is laid out before the first: each model has room for it, which the manifest fills with blanks at its end.
 */
final class ModelsJson {

    /** Bytes for the facts of one model; what has no room goes unsaid. */
    static final int ROOM = 1024;

    private static final int MOST_MODELS = 10_000;
    private static final int MOST_STRINGS = 10_000;

    private ModelsJson() {}

    /** Counts the blanks that fill the room that facts leave. */
    static int blanks(List<BundledModel> models) {
        int blanks = 0;
        for (BundledModel model : models) {
            blanks += ROOM - length(fitting(model.facts()));
        }
        return blanks;
    }

    static void write(JsonGenerator json, List<BundledModel> models) throws IOException {
        json.writeArrayFieldStart("models");
        for (BundledModel model : models) {
            json.writeStartObject();
            json.writeStringField("type", model.type());
            json.writeStringField("repo", model.repo());
            json.writeStringField("revision", model.revision());
            json.writeStringField("commit", model.commit());
            if (!model.neededBy().isEmpty()) {
                JsonLines.strings(json, "neededBy", model.neededBy());
            }
            if (!model.code().isEmpty()) {
                JsonLines.strings(json, "code", model.code());
            }
            json.writeFieldName("facts");
            json.writeRawValue(text(fitting(model.facts())));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Leaves out what has no room: types of tensors first, formats from the last to the first then. */
    private static Facts fitting(Facts facts) {
        Facts fitting = facts;
        for (int i = facts.weights().size() - 1; i >= 0 && length(fitting) > ROOM; i--) {
            List<Weights> fewer = new ArrayList<>(fitting.weights());
            fewer.set(i, new Weights(fewer.get(i).format(), fewer.get(i).parameters(), new TreeMap<>()));
            fitting = new Facts(facts.declaredLicense(), fewer);
        }
        for (int i = facts.weights().size() - 1; i >= 0 && length(fitting) > ROOM; i--) {
            fitting = new Facts(facts.declaredLicense(), fitting.weights().subList(0, i));
        }
        return length(fitting) > ROOM ? Facts.NONE : fitting;
    }

    private static int length(Facts facts) {
        return text(facts).length();
    }

    /** Writes in ASCII alone, so that characters are bytes. */
    private static String text(Facts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .createGenerator(bytes)) {
            json.writeStartObject();
            if (!facts.declaredLicense().isEmpty()) {
                json.writeStringField("declaredLicense", facts.declaredLicense());
            }
            if (!facts.weights().isEmpty()) {
                json.writeArrayFieldStart("weights");
                for (Weights weights : facts.weights()) {
                    json.writeStartObject();
                    json.writeStringField("format", weights.format());
                    if (weights.parameters() > 0) {
                        json.writeNumberField("parameters", weights.parameters());
                    }
                    if (!weights.dtypes().isEmpty()) {
                        json.writeObjectFieldStart("dtypes");
                        for (Map.Entry<String, Long> dtype : weights.dtypes().entrySet()) {
                            json.writeNumberField(dtype.getKey(), dtype.getValue());
                        }
                        json.writeEndObject();
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    static List<BundledModel> read(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "has models that are no list");
        List<BundledModel> models = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "lists a model that is no object");
            require(models.size() < MOST_MODELS, "lists more than " + MOST_MODELS + " models");
            models.add(model(json));
        }
        return models;
    }

    private static BundledModel model(JsonParser json) throws IOException {
        Map<String, String> words = new TreeMap<>();
        List<String> neededBy = List.of();
        List<String> code = List.of();
        Facts facts = Facts.NONE;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "neededBy" -> neededBy = strings(json);
                case "code" -> code = strings(json);
                case "facts" -> facts = facts(json);
                default -> {
                    if (value == JsonToken.VALUE_STRING) {
                        words.put(field, json.getText());
                    }
                    json.skipChildren();
                }
            }
        }
        return new BundledModel(
                words.getOrDefault("type", ""),
                words.getOrDefault("repo", ""),
                words.getOrDefault("revision", ""),
                words.getOrDefault("commit", ""),
                neededBy,
                code,
                facts);
    }

    private static Facts facts(JsonParser json) throws IOException {
        String license = "";
        List<Weights> weights = new ArrayList<>();
        require(json.currentToken() == JsonToken.START_OBJECT, "has facts of a model that are no object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("declaredLicense") && value == JsonToken.VALUE_STRING) {
                license = json.getText();
            } else if (field.equals("weights") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    require(weights.size() < 100, "has a model of more than 100 formats");
                    weights.add(weights(json));
                }
            } else {
                json.skipChildren();
            }
        }
        return new Facts(license, weights);
    }

    private static Weights weights(JsonParser json) throws IOException {
        String format = "";
        long parameters = 0;
        TreeMap<String, Long> dtypes = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("format") && value == JsonToken.VALUE_STRING) {
                format = json.getText();
            } else if (field.equals("parameters") && value == JsonToken.VALUE_NUMBER_INT) {
                parameters = json.getLongValue();
            } else if (field.equals("dtypes") && value == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String dtype = json.currentName();
                    require(json.nextToken() == JsonToken.VALUE_NUMBER_INT, "has dtypes that are no numbers");
                    require(dtypes.size() < 1000, "has more than 1000 dtypes");
                    dtypes.put(dtype, json.getLongValue());
                }
            } else {
                json.skipChildren();
            }
        }
        return new Weights(format, parameters, dtypes);
    }

    private static List<String> strings(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "has words of a model that are no list");
        List<String> strings = new ArrayList<>(2);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.VALUE_STRING, "has words of a model that are none");
            require(strings.size() < MOST_STRINGS, "has a model with more than " + MOST_STRINGS + " words");
            strings.add(json.getText());
        }
        return strings;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
