package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class WheelNameGoldenTest {

    private final Goldens goldens = new Goldens();

    @Test
    void wheelNamesAreReadAsPackagingReadsThem() {
        for (JsonNode row : Goldens.read("wheels")) {
            String raw = row.get(0).asText();
            WheelName found;
            try {
                found = WheelName.parse(raw);
            } catch (IllegalArgumentException e) {
                found = null;
            }
            if (row.size() == 1 || isUnsafe(raw) || isNameless(row.get(1).asText(), raw)) {
                goldens.check(raw, null, found);
                continue;
            }
            if (found == null) {
                goldens.check(raw, "a wheel", null);
                continue;
            }
            goldens.check(raw, row.get(1).asText(), found.name().value());
            goldens.check(raw, row.get(2).asText(), found.version().toString());
            goldens.check(raw, row.get(3).asText(), number(found.build()));
            goldens.check(raw, Goldens.sorted(row.get(4)), Goldens.sorted(found.interpreters()));
            goldens.check(raw, Goldens.sorted(row.get(5)), Goldens.sorted(found.abis()));
            goldens.check(raw, Goldens.sorted(row.get(6)), Goldens.sorted(found.platforms()));
        }
        assertThat(goldens.deviations()).isEmpty();
        assertThat(goldens.cases()).isGreaterThan(11_000);
    }

    /**
     * Deviation of choice: packaging lets through what no part of a wheel's name may have (PEP 427: letters, digits,
     * '_' and '.', in versions '+' and '!' too). A file's name comes over the network and becomes a path: refused.
     */
    private static boolean isUnsafe(String raw) {
        if (!raw.matches("[A-Za-z0-9_.+!-]*")) {
            return true;
        }
        String[] parts = raw.split("-", -1);
        for (int i = parts.length - 3; i < parts.length; i++) {
            if (parts[i].contains("+") || parts[i].contains("!")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Deviation of choice: packaging takes a project name that starts or ends with a separator, which core metadata
     * does not know and no index can have: refused.
     */
    private static boolean isNameless(String name, String raw) {
        return name.startsWith("-") || name.endsWith("-") || raw.isEmpty();
    }

    /** Writes a build tag as packaging does: its leading number without leading zeros, then the rest. */
    private static String number(String build) {
        int zeros = 0;
        while (zeros + 1 < build.length() && build.charAt(zeros) == '0' && Character.isDigit(build.charAt(zeros + 1))) {
            zeros++;
        }
        return build.substring(zeros);
    }
}
