package dev.airgap.python;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a real interpreter says of itself: {@code marker_environment} and {@code compatible_tags}. */
final class InterpreterJson {

    private static final int MOST_TAGS = 20_000;
    private static final int LONGEST = 200;

    private final List<Tag> tags = new ArrayList<>();
    private final Map<String, String> markers = new HashMap<>();

    private InterpreterJson() {}

    static Target read(String id, byte[] content) {
        InterpreterJson json = new InterpreterJson();
        try (JsonParser parser = new JsonFactory().createParser(content)) {
            json.read(parser);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON that can be read: " + Words.shown(e.getMessage()), e);
        }
        if (json.tags.isEmpty()) {
            throw new IllegalArgumentException("it has no compatible_tags; make it by: " + Targets.COMMAND);
        }
        return new Target(id, TagLadder.of(json.tags), json.environment());
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("it is no JSON object; make it by: " + Targets.COMMAND);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("compatible_tags") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    tags.add(tag(parser.getValueAsString("")));
                    if (tags.size() > MOST_TAGS) {
                        throw new IllegalArgumentException("it has more than " + MOST_TAGS + " tags");
                    }
                }
            } else if (field.equals("marker_environment") && value == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    markers.put(name, marker(parser.getValueAsString("")));
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private static Tag tag(String raw) {
        String[] parts = raw.toLowerCase(Locale.ROOT).split("-", -1);
        boolean good = parts.length == 3 && raw.length() <= LONGEST;
        for (int i = 0; good && i < 3; i++) {
            good = !parts[i].isEmpty();
            for (int k = 0; k < parts[i].length(); k++) {
                char c = parts[i].charAt(k);
                good &= PackageName.isAlphanumeric(c) || c == '_';
            }
        }
        if (!good) {
            throw new IllegalArgumentException("'" + Words.shown(raw) + "' in compatible_tags is no tag");
        }
        return new Tag(parts[0], parts[1], parts[2]);
    }

    private static String marker(String raw) {
        if (raw.length() > LONGEST * 5) {
            throw new IllegalArgumentException("a value of marker_environment is too long");
        }
        return raw;
    }

    private MarkerEnvironment environment() {
        String full = required("python_full_version");
        if (Version.parseOrNull(full.endsWith("+") ? full + "local" : full) == null) {
            throw new IllegalArgumentException("python_full_version is no version: " + Words.shown(full));
        }
        return new MarkerEnvironment(
                required("os_name"),
                required("sys_platform"),
                required("platform_machine"),
                required("platform_python_implementation"),
                markers.getOrDefault("platform_release", ""),
                required("platform_system"),
                markers.getOrDefault("platform_version", ""),
                required("python_version"),
                full,
                required("implementation_name"),
                required("implementation_version"),
                true);
    }

    private String required(String name) {
        String value = markers.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "its marker_environment has no " + name + "; make it by: " + Targets.COMMAND);
        }
        return value;
    }
}
