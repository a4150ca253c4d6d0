package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class VersionGoldenTest {

    private final Goldens goldens = new Goldens();

    @Test
    void versionsAreReadAsPackagingReadsThem() {
        for (JsonNode row : Goldens.read("versions")) {
            String raw = row.get(0).asText();
            Version version = Version.parseOrNull(raw);
            if (row.size() == 1) {
                goldens.check(raw, null, version);
            } else {
                goldens.check(raw, row.get(1).asText(), String.valueOf(version));
                goldens.check(raw, row.get(2).asBoolean(), version != null && version.isPreRelease());
                goldens.check(raw, version, Version.parseOrNull(row.get(1).asText()));
            }
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(25_000);
    }

    @Test
    void versionsAreOrderedAsPackagingOrdersThem() {
        for (JsonNode row : Goldens.read("order")) {
            Version one = Version.parse(row.get(0).asText());
            Version two = Version.parse(row.get(1).asText());
            int expected = row.get(2).asInt();
            String pair = one + " and " + two;
            goldens.check(pair, expected, Integer.signum(one.compareTo(two)));
            goldens.check(pair, -expected, Integer.signum(two.compareTo(one)));
            goldens.check(pair, expected == 0, one.equals(two));
            if (expected == 0) {
                goldens.check(pair, one.hashCode(), two.hashCode());
            }
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(75_000);
    }

    @Test
    void namesAreReadAsPackagingReadsThem() {
        for (JsonNode row : Goldens.read("names")) {
            String raw = row.get(0).asText();
            String name;
            try {
                name = PackageName.of(raw).value();
            } catch (IllegalArgumentException e) {
                name = null;
            }
            goldens.check(raw, row.size() == 1 ? null : row.get(1).asText(), name);
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(5_000);
    }
}
