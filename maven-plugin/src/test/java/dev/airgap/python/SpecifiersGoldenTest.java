package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecifiersGoldenTest {

    private final Goldens goldens = new Goldens();

    @Test
    void specifiersJudgeAsPackagingDoes() {
        List<JsonNode> rows = Goldens.read("specifiers");
        List<Version> universe = new ArrayList<>();
        rows.get(0).get(0).forEach(raw -> universe.add(Version.parse(raw.asText())));
        List<String> texts = new ArrayList<>();
        rows.get(0).get(1).forEach(raw -> texts.add(raw.asText()));
        for (JsonNode row : rows.subList(1, rows.size())) {
            String raw = row.get(0).asText();
            Specifiers specifiers;
            try {
                specifiers = Specifiers.parse(raw);
            } catch (IllegalArgumentException e) {
                specifiers = null;
            }
            goldens.check(raw, row.size() > 1, specifiers != null);
            if (row.size() > 1 && specifiers != null) {
                judge(row, specifiers, universe, texts);
            }
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(1_000_000);
    }

    private void judge(JsonNode row, Specifiers specifiers, List<Version> universe, List<String> texts) {
        String raw = row.get(0).asText();
        goldens.check(raw, Goldens.sorted(row.get(1)), parts(specifiers));
        goldens.check(raw, row.get(2).asBoolean(), specifiers.mentionsPreRelease());
        String bits = new BigInteger(row.get(3).asText(), 16).toString(2).substring(1);
        BitSet matching = specifiers.matching(universe.size(), universe::get);
        for (int i = 0; i < universe.size(); i++) {
            boolean expected = bits.charAt(i) == '1';
            String subject = universe.get(i) + " in " + raw;
            goldens.check(subject, expected, specifiers.contains(universe.get(i)));
            goldens.check(subject + " by search", expected, matching.get(i));
        }
        for (int i = 0; i < texts.size(); i++) {
            boolean expected = row.get(4).asText().charAt(i) == '1';
            goldens.check("'" + texts.get(i) + "' in " + raw, expected, specifiers.contains(texts.get(i)));
        }
        goldens.check(
                raw + " by default",
                Goldens.sorted(row.get(6)),
                Goldens.sorted(chosen(row.get(5), specifiers, universe)));
    }

    static String parts(Specifiers specifiers) {
        return specifiers.isAny()
                ? "[]"
                : Goldens.sorted(Arrays.asList(specifiers.toString().split(",", -1)));
    }

    /** Applies PEP 440's default rule: pre-releases only where one is named or nothing else matches. */
    private static List<Integer> chosen(JsonNode sample, Specifiers specifiers, List<Version> universe) {
        List<Integer> all = new ArrayList<>();
        List<Integer> finals = new ArrayList<>();
        for (JsonNode place : sample) {
            Version version = universe.get(place.asInt());
            if (specifiers.contains(version)) {
                all.add(place.asInt());
                if (!version.isPreRelease()) {
                    finals.add(place.asInt());
                }
            }
        }
        return specifiers.mentionsPreRelease() || finals.isEmpty() ? all : finals;
    }
}
