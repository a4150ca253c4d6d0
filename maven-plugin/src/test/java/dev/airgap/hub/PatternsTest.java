package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PatternsTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void filtersAsTheReferenceClientDoes() throws IOException {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (String line : golden()) {
            if (line.startsWith("#")) {
                continue;
            }
            cases++;
            String[] parts = line.split("\t", -1);
            String path = json.readValue(parts[2], String.class);
            boolean takes = new Patterns(list(parts[0]), list(parts[1])).takes(path);
            if (takes != parts[3].equals("1")) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isGreaterThan(5000);
    }

    private List<String> list(String text) throws IOException {
        return text.equals("null") ? List.of() : List.of(json.readValue(text, String[].class));
    }

    private static List<String> golden() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(PatternsTest.class.getResourceAsStream("/goldens/patterns.tsv.gz")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @Test
    void anIncludeNamesAKindOfFileOnlyWhereItSpellsTheEndingOut() {
        Patterns patterns = new Patterns(List.of("*", "2_Dense/", "*.pt", "onnx/model.bin"), List.of());

        assertThat(patterns.names("2_Dense/pytorch_model.bin", ".bin")).isFalse();
        assertThat(patterns.names("onnx/model.bin", ".bin")).isTrue();
        assertThat(patterns.names("deep/down/voice.pt", ".pt")).isTrue();
    }
}
