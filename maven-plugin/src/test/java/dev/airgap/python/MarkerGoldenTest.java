package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkerGoldenTest {

    private final Goldens goldens = new Goldens();

    @Test
    void markersAreJudgedAsPackagingJudgesThem() {
        List<JsonNode> rows = Goldens.read("markers");
        List<MarkerEnvironment> environments = new ArrayList<>();
        rows.get(0).get(0).forEach(values -> environments.add(environment(values)));
        List<Set<String>> extras = new ArrayList<>();
        rows.get(0)
                .get(1)
                .forEach(extra -> extras.add(
                        extra.asText().isEmpty() ? Set.of() : Set.of(PackageName.normalise(extra.asText()))));
        for (JsonNode row : rows.subList(1, rows.size())) {
            String raw = row.get(0).asText();
            Marker marker;
            try {
                marker = Marker.parse(raw);
            } catch (IllegalArgumentException e) {
                marker = null;
            }
            if (row.size() == 1) {
                goldens.check(raw, null, marker);
                continue;
            }
            goldens.check(raw, row.get(1).asText(), String.valueOf(marker));
            if (marker == null || asksForSets(row)) {
                continue;
            }
            StringBuilder judged = new StringBuilder();
            for (MarkerEnvironment environment : environments) {
                for (Set<String> extra : extras) {
                    judged.append(judged(marker, environment, extra));
                }
            }
            goldens.check(raw, row.get(2).asText(), judged.toString());
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(15_000);
    }

    @Test
    void markersHoldWhereTheyDoForSomePatchRelease() {
        MarkerEnvironment floating =
                Targets.parse("cp311-manylinux_2_28_x86_64").environment();
        for (JsonNode row : Goldens.read("patches")) {
            String raw = row.get(0).asText();
            goldens.check(raw, row.get(1).asText(), judged(Marker.parse(raw), floating, Set.of()));
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isEqualTo(4_000);
    }

    /**
     * Deviation of choice: {@code "x" in extras} (PEP 751) is judged by the extras at hand; packaging knows it in lock
     * files alone and otherwise raises.
     */
    private static boolean asksForSets(JsonNode row) {
        String text = row.get(1).asText();
        return row.get(2).asText().contains("E") && (text.contains("extras") || text.contains("dependency_groups"));
    }

    private static String judged(Marker marker, MarkerEnvironment environment, Set<String> extras) {
        try {
            return marker.holds(environment, extras) ? "1" : "0";
        } catch (IllegalArgumentException e) {
            return "E";
        }
    }

    private static MarkerEnvironment environment(JsonNode values) {
        return new MarkerEnvironment(
                values.get("os_name").asText(),
                values.get("sys_platform").asText(),
                values.get("platform_machine").asText(),
                values.get("platform_python_implementation").asText(),
                values.get("platform_release").asText(),
                values.get("platform_system").asText(),
                values.get("platform_version").asText(),
                values.get("python_version").asText(),
                values.get("python_full_version").asText(),
                values.get("implementation_name").asText(),
                values.get("implementation_version").asText(),
                true);
    }
}
