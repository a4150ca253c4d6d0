package dev.airgap.hub.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.airgap.hub.Names;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds what the index of a model in several files says: {@code model.safetensors.index.json} and its like.
 *
 * @param shards the files that it names, relative to its own folder, judged fit as paths
 * @param tensors how many tensors it lists
 * @param bytes what all tensors take by its word, or -1 where it does not say
 */
public record ShardIndex(SortedSet<String> shards, long tensors, long bytes) {

    private static final long LONGEST = 64_000_000;
    private static final int MOST_SHARDS = 10_000;

    public ShardIndex {
        shards = Collections.unmodifiableSortedSet(new TreeSet<>(shards));
    }

    /** Reads an index. */
    static ShardIndex read(FileBytes file) throws IOException {
        if (file.size() > LONGEST) {
            throw new HeaderException("it has " + file.size() + " bytes, where an index has no more than " + LONGEST);
        }
        file.seek(0);
        try (JsonParser json = StrictJson.parser(file.until(file.size()))) {
            return read(json);
        } catch (JsonProcessingException malformed) {
            throw new HeaderException(
                    "it is no strict JSON: " + Names.shown(malformed.getOriginalMessage()), malformed);
        } catch (CharacterCodingException | CharConversionException malformed) {
            throw new HeaderException("it is no UTF-8", malformed);
        }
    }

    private static ShardIndex read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new HeaderException("it is no JSON object");
        }
        SortedSet<String> shards = new TreeSet<>();
        long tensors = -1;
        long bytes = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("weight_map") && value == JsonToken.START_OBJECT) {
                tensors = weightMap(json, shards);
            } else if (key.equals("metadata") && value == JsonToken.START_OBJECT) {
                bytes = totalSize(json);
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new HeaderException("it has something behind the JSON object");
        }
        if (tensors < 0) {
            throw new HeaderException("it has no weight_map");
        }
        return new ShardIndex(shards, tensors, bytes);
    }

    private static long weightMap(JsonParser json, SortedSet<String> shards) throws IOException {
        long tensors = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String tensor = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw new HeaderException("its weight_map has no file for " + Names.shown(tensor));
            }
            String shard = json.getText();
            if (!shards.contains(shard)) {
                String wrong = Names.wrongPath(shard);
                if (!wrong.isEmpty()) {
                    throw new HeaderException("it names the file " + Names.shown(shard) + ", and " + wrong);
                }
                if (shards.size() >= MOST_SHARDS) {
                    throw new HeaderException("it names more than " + MOST_SHARDS + " files");
                }
                shards.add(shard);
            }
            tensors++;
        }
        return tensors;
    }

    private static long totalSize(JsonParser json) throws IOException {
        long bytes = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            // Some writers give it as 123.0; it is told, not relied on.
            if (key.equals("total_size") && value == JsonToken.VALUE_NUMBER_INT) {
                bytes = StrictJson.count(json, "a total_size");
            } else {
                json.skipChildren();
            }
        }
        return bytes;
    }
}
