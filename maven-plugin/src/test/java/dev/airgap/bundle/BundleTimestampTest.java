package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTimestampTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "x"})
    void nothingSaidGivesTheConstant(String text) {
        assertThat(BundleTimestamp.parse(text)).isEqualTo(Instant.parse("1980-02-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T00:00:00Z, 2026-11-21T00:00:00Z",
        "2026-11-21T02:30:00+02:30, 2026-11-21T00:00:00Z",
        "2026-11-21T00:00:00.987Z, 2026-11-21T00:00:00Z",
        "1700000000, 2023-11-14T22:13:20Z",
        "0, 1970-01-01T00:00:00Z",
        "' 7 ', 1970-01-01T00:00:07Z",
    })
    void bothFormsAreRead(String text, Instant instant) {
        assertThat(BundleTimestamp.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-11-21",
                "2026-11-21T00:00:00",
                "-1",
                "1969-12-31T23:59:59Z",
                "99999999999999999999",
                "9999-01-01T00:00:00Z",
            })
    void otherTextIsRefusedWithAWayOut(String text) {
        assertThatThrownBy(() -> BundleTimestamp.parse(text))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("project.build.outputTimestamp")
                .hasMessageContaining(text)
                .hasMessageContaining("->");
    }

    @Test
    void theLastSecondThatATarHoldsIsTaken() {
        assertThat(BundleTimestamp.parse("8589934591").getEpochSecond()).isEqualTo(077777777777L);
    }
}
