package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsGoldenTest {

    private final Goldens goldens = new Goldens();

    @Test
    void laddersAreThoseThatPackagingMakes() {
        for (JsonNode row : Goldens.read("ladders")) {
            String spec = row.get(0).asText();
            Target target = Targets.parse(spec);
            goldens.check(spec, spec, target.id());
            List<Tag> tags = target.tags().tags();
            for (int i = 0; i < Math.max(tags.size(), row.get(1).size()); i++) {
                goldens.check(
                        spec + " at " + i,
                        row.get(1).path(i).asText(),
                        i < tags.size() ? tags.get(i).toString() : "");
            }
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(60_000);
    }

    @Test
    void wheelsAreRankedAsPackagingRanksThem() {
        Map<String, Target> targets = new HashMap<>();
        for (JsonNode row : Goldens.read("ranks")) {
            Target target = targets.computeIfAbsent(row.get(0).asText(), Targets::parse);
            String wheel = "x-1-" + row.get(1).asText() + ".whl";
            goldens.check(
                    wheel + " on " + target, row.get(2).asInt(), target.tags().rank(WheelName.parse(wheel)));
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isEqualTo(4_000);
    }

    @Test
    void aPresetIsWhatARealInterpreterSaysOfItself() {
        for (JsonNode row : Goldens.read("interpreters")) {
            Target real = Targets.json("real", row.toString().getBytes(StandardCharsets.UTF_8));
            JsonNode markers = row.get("marker_environment");
            String version = markers.get("python_version").asText().replace(".", "");
            Target preset = Targets.parse(
                    "cp" + version + "-manylinux_" + row.get("libc").asText() + "_x86_64");
            assertThat(preset.tags().tags()).isEqualTo(real.tags().tags());
            assertThat(preset.platform()).isEqualTo(real.platform());
            assertThat(preset.python() + ".0").isEqualTo(preset.environment().pythonFullVersion());
            assertThat(real.python())
                    .isEqualTo(markers.get("python_full_version").asText());
            for (MarkerVariable variable : MarkerVariable.values()) {
                if (markers.has(variable.word()) && !variable.isPatch()) {
                    String value = new MarkerValues(preset.environment(), "", Set.of(), Set.of(), "", "").get(variable);
                    goldens.check(variable.word(), markers.get(variable.word()).asText(), value);
                }
            }
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(50);
    }
}
