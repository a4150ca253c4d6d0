package dev.airgap.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the manifest, one file a line, and reads it within limits: who reads it may hold a stranger's bundle. */
final class ManifestJson {

    /** More than any bundle has, and what 256 MB of heap can bear. */
    static final int MOST_FILES = 100_000;

    static final int MOST_BYTES = 64 << 20;

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        byte[] lines = JsonLines.document(json -> {
            json.writeNumberField("format", Manifest.FORMAT);
            json.writeStringField("name", manifest.name());
            json.writeStringField("version", manifest.version());
            json.writeStringField("timestamp", manifest.timestamp().toString());
            json.writeStringField("digest", manifest.digest());
            if (!manifest.partOf().isEmpty()) {
                json.writeStringField("partOf", manifest.partOf());
            }
            JsonLines.strings(json, "targets", manifest.targets());
            if (!manifest.models().isEmpty()) {
                ModelsJson.write(json, manifest.models());
            }
            json.writeArrayFieldStart("files");
            for (ManifestFile file : manifest.files()) {
                json.writeStartObject();
                json.writeStringField("path", file.path());
                json.writeNumberField("size", file.size());
                json.writeStringField("sha256", file.sha256());
                json.writeStringField("kind", file.kind());
                if (!file.source().isEmpty()) {
                    json.writeStringField("source", file.source());
                }
                if (!file.targets().isEmpty()) {
                    JsonLines.strings(json, "targets", file.targets());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        byte[] filled = Arrays.copyOf(lines, lines.length + ModelsJson.blanks(manifest.models()));
        Arrays.fill(filled, lines.length - 1, filled.length, (byte) ' ');
        filled[filled.length - 1] = '\n';
        return filled;
    }

    /**
     * Reads a manifest of this format; what a later one adds beside is passed over.
     *
     * @throws IllegalArgumentException with a sentence where it is no such manifest
     */
    static Manifest read(byte[] content) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(16)
                        .maxStringLength(8192)
                        .maxNameLength(256)
                        .maxNumberLength(32)
                        .maxDocumentLength(MOST_BYTES)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        try (JsonParser json = factory.createParser(content)) {
            Manifest manifest = manifest(json);
            require(json.nextToken() == null, "goes on after its end");
            return manifest;
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "is no manifest: "
                            + PathRules.shown(String.valueOf(e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")),
                    e);
        }
    }

    private static Manifest manifest(JsonParser json) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
        long format = 0;
        String name = "";
        String version = "";
        String timestamp = "";
        String digest = "";
        String partOf = "";
        List<String> targets = List.of();
        List<BundledModel> models = List.of();
        List<ManifestFile> files = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "format" -> {
                    format = number(json, field);
                    require(
                            format <= Manifest.FORMAT,
                            "has format " + format + ", and this version of the plugin reads up to " + Manifest.FORMAT);
                }
                case "name" -> name = string(json, field);
                case "version" -> version = string(json, field);
                case "timestamp" -> timestamp = string(json, field);
                case "digest" -> digest = string(json, field);
                case "partOf" -> partOf = string(json, field);
                case "targets" -> targets = strings(json, field);
                case "models" -> models = ModelsJson.read(json);
                case "files" -> files = files(json);
                default -> json.skipChildren();
            }
        }
        require(format == Manifest.FORMAT, "says no format");
        require(files != null, "lists no files");
        require(digest.startsWith("sha256:") && Sha256.isHex(digest.substring(7)), "says no digest");
        require(
                partOf.isEmpty() || (partOf.startsWith("sha256:") && Sha256.isHex(partOf.substring(7))),
                "says a partOf that is no digest");
        Instant time = Instant.parse(timestamp);
        require(BundleTimestamp.fits(time), "has a timestamp that no tar can hold");
        return new Manifest(name, version, time, digest, partOf, targets, models, files);
    }

    private static List<ManifestFile> files(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "lists no files");
        List<ManifestFile> files = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(files.size() < MOST_FILES, "lists more than " + MOST_FILES + " files");
            files.add(file(json));
        }
        return files;
    }

    private static ManifestFile file(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, "lists a file that is no object");
        String path = "";
        long size = -1;
        String sha256 = "";
        String kind = "";
        String source = "";
        List<String> targets = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "path" -> path = string(json, field);
                case "size" -> size = number(json, field);
                case "sha256" -> sha256 = string(json, field);
                case "kind" -> kind = string(json, field);
                case "source" -> source = string(json, field);
                case "targets" -> targets = strings(json, field);
                default -> json.skipChildren();
            }
        }
        String flaw = PathRules.flaw(path);
        require(flaw.isEmpty(), "lists " + PathRules.shown(path) + ", which " + flaw);
        require(!path.equals(Manifest.PATH) && !path.equals(Manifest.SUMS), "lists " + path + ", which it must not");
        require(size >= 0, "says no size of " + path);
        require(Sha256.isHex(sha256), "says no sha256 of " + path);
        return new ManifestFile(path, size, sha256, kind, source, targets);
    }

    private static String string(JsonParser json, String field) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, "has a " + field + " that is no string");
        return json.getText();
    }

    private static long number(JsonParser json, String field) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "has a " + field + " that is no whole number");
        return json.getLongValue();
    }

    private static List<String> strings(JsonParser json, String field) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "has " + field + " that are no list");
        List<String> strings = new ArrayList<>(2);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(strings.size() < 1000, "has more than 1000 " + field);
            strings.add(string(json, field));
        }
        return List.copyOf(strings);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
