package dev.airgap.python;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Reads what the reference implementation decided, as {@code it/goldens/record.py} wrote it, and collects deviations. */
final class Goldens {

    private final List<String> deviations = new ArrayList<>();
    private int cases;

    /** Reads a golden file's lines. */
    static List<JsonNode> read(String name) {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        try (InputStream packed = Goldens.class.getResourceAsStream("/goldens/" + name + ".jsonl.gz");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Objects.requireNonNull(packed)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(mapper.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Notes a deviation where the two differ. */
    void check(String subject, Object expected, Object actual) {
        cases++;
        if (!Objects.equals(expected, actual)) {
            deviations.add(subject + ": expected " + expected + " but got " + actual);
        }
    }

    List<String> deviations() {
        return deviations.size() > 30 ? deviations.subList(0, 30) : deviations;
    }

    int cases() {
        return cases;
    }

    static String sorted(JsonNode array) {
        TreeSet<String> values = new TreeSet<>();
        array.forEach(value -> values.add(value.asText()));
        return values.toString();
    }

    static String sorted(Iterable<?> given) {
        TreeSet<String> values = new TreeSet<>();
        given.forEach(value -> values.add(value.toString()));
        return values.toString();
    }
}
