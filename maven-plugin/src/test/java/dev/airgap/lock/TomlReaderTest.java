package dev.airgap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads what Python's tomllib reads and refuses what it refuses, recorded by it/goldens/toml.py. */
class TomlReaderTest {

    /** What TOML has and a lock hasn't. */
    private static final List<String> LEFT_OUT =
            List.of("no dotted keys", "no strings of several lines", "expected a string, a whole number or a list");

    private static JsonNode golden;
    private static String lock;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream json = TomlReaderTest.class.getResourceAsStream("/goldens/toml.json");
                InputStream text = TomlReaderTest.class.getResourceAsStream("/lock/readable.lock")) {
            golden = new ObjectMapper().readTree(json);
            lock = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsTheLockAsPythonDoes() {
        assertThat(LockRoundTripTest.tree(TomlReader.read(lock))).isEqualTo(golden.get("lock"));
    }

    @Test
    void readsDocumentsAsPythonDoes() {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (JsonNode document : golden.get("documents")) {
            String text = document.get(0).textValue();
            JsonNode expected = document.get(1);
            try {
                JsonNode tree = LockRoundTripTest.tree(TomlReader.read(text));
                read++;
                // A byte order mark belongs to the file, which tomllib leaves to whoever opened it.
                if (!tree.equals(expected) && !text.startsWith("\uFEFF")) {
                    wrong.add(text + " -> " + tree + " not " + expected);
                }
            } catch (TomlFault e) {
                if (!expected.isNull() && LEFT_OUT.stream().noneMatch(e.getMessage()::contains)) {
                    wrong.add(text + " -> " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isGreaterThan(70);
    }

    @Test
    void readsEditedLocksAsPythonDoes() throws Exception {
        ObjectMapper mapper = JsonMapper.builder().build();
        List<String> wrong = new ArrayList<>();
        int leftOut = 0;
        for (JsonNode edit : golden.get("edits")) {
            int place = edit.get(0).intValue();
            int end = Math.min(lock.length(), place + edit.get(1).intValue());
            String text = lock.substring(0, place) + edit.get(2).textValue() + lock.substring(end);
            try {
                String digest = sha256(mapper.writeValueAsString(sorted(TomlReader.read(text))));
                if (!digest.equals(edit.get(3).textValue())) {
                    wrong.add(edit + " is read otherwise");
                }
            } catch (TomlFault e) {
                boolean known = LEFT_OUT.stream().anyMatch(e.getMessage()::contains)
                        || e.getMessage().contains("merge");
                leftOut += known && !edit.get(3).isNull() ? 1 : 0;
                if (!known && !edit.get(3).isNull()) {
                    wrong.add(edit + " -> " + e.line + ": " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(leftOut).isLessThan(30);
    }

    /** Gives plain maps and lists with sorted keys, non-ASCII letters left to the caller. */
    private static Object sorted(Object value) {
        if (value instanceof TomlTable table) {
            Map<String, Object> map = new TreeMap<>();
            table.entries.forEach((key, entry) -> map.put(key, sorted(entry.value())));
            return map;
        } else if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Iterator<?> entries = list.iterator(); entries.hasNext(); ) {
                copy.add(sorted(((TomlValue) entries.next()).value()));
            }
            return copy;
        }
        return value;
    }

    private static String sha256(String json) throws Exception {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            // As Python's ensure_ascii writes it.
            if (c < 127) {
                ascii.append(c);
            } else {
                ascii.append("\\u%04x".formatted((int) c));
            }
        }
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(ascii.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
