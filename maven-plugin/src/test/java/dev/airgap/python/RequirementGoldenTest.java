package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequirementGoldenTest {

    private final Goldens goldens = new Goldens();

    @Test
    void requirementsAreReadAsPackagingReadsThem() {
        for (JsonNode row : Goldens.read("requirements")) {
            String raw = row.get(0).asText();
            Requirement found;
            try {
                found = Requirement.parse(raw);
            } catch (IllegalArgumentException e) {
                found = null;
            }
            if (row.size() == 1) {
                goldens.check(raw, null, found);
                continue;
            }
            if (endsInUnderscore(row.get(1).asText()) || isJudgedNowhere(row.get(5))) {
                goldens.check(raw, null, found);
                continue;
            }
            if (found == null) {
                goldens.check(raw, "a requirement", null);
                continue;
            }
            goldens.check(
                    raw,
                    PackageName.normalise(row.get(1).asText()),
                    found.name().value());
            goldens.check(raw, Goldens.sorted(row.get(2)), Goldens.sorted(found.extras()));
            goldens.check(raw, Goldens.sorted(row.get(3)), SpecifiersGoldenTest.parts(found.specifiers()));
            goldens.check(raw, row.get(4).asText(), found.url());
            goldens.check(
                    raw,
                    row.get(5).isNull() ? null : row.get(5).asText(),
                    found.marker() == Marker.ALWAYS ? null : found.marker().toString());
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(30_000);
    }

    /**
     * Deviation of choice: packaging reads a requirement whose marker it can judge nowhere ({@code os_name ~= "x"}), and
     * raises whenever it is asked. It is refused here where it is written, while its file and line are at hand.
     */
    private static boolean isJudgedNowhere(JsonNode marker) {
        if (marker.isNull()) {
            return false;
        }
        try {
            Marker.parse(marker.asText()).holds(Targets.parse("cp311-win_amd64").environment(), Set.of());
            return false;
        } catch (IllegalArgumentException e) {
            return e.getMessage().contains("cannot be judged");
        }
    }

    /**
     * Deviation of choice: packaging takes {@code foo_} for a name in a requirement, though core metadata and its own
     * {@code canonicalize_name(validate=True)} know no such name and no index can have it. It is refused here.
     */
    private static boolean endsInUnderscore(String name) {
        return name.endsWith("_");
    }
}
