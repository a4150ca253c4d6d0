package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.fault.FaultException;
import dev.airgap.python.PackageName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutoffsTest {

    private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");
    private static final SortedMap<String, String> NOTHING = new TreeMap<>();

    private static Cutoffs cutoffs(String... words) {
        return Cutoffs.of(
                List.of(words).stream().map(word -> CutoffSpec.of(word, "here")).toList(), NOTHING, NOW);
    }

    private static Instant limit(Cutoffs cutoffs, String name) {
        return cutoffs.limit(PackageName.of(name), "main").orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T23:59:59.999999999Z",
        "2026-01-31T12:00:00+02:00, 2026-01-31T10:00:00Z",
        "P7D, 2026-03-24T10:00:00Z",
        "P1M, 2026-02-28T10:00:00Z",
        "PT36H, 2026-03-29T22:00:00Z",
        "P1DT12H, 2026-03-29T22:00:00Z",
    })
    void comesToAnInstant(String word, Instant instant) {
        assertThat(limit(cutoffs(word), "any")).isEqualTo(instant);
    }

    @Test
    void aPackagesOwnIsAskedFirstThenItsIndexs() {
        Cutoffs cutoffs = Cutoffs.of(
                List.of(
                        CutoffSpec.of("2026-01-31", "here"),
                        CutoffSpec.of("Torch=none", "here"),
                        new CutoffSpec(CutoffSpec.Scope.INDEX, "main", "2025-01-01T00:00:00Z", "here")),
                NOTHING,
                NOW);
        assertThat(limit(cutoffs, "torch")).isNull();
        assertThat(limit(cutoffs, "flask")).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(cutoffs.limit(PackageName.of("flask"), "other"))
                .hasValueSatisfying(limit -> assertThat(limit).isAfter("2026-01-31T00:00:00Z"));
        assertThat(cutoffs("none", "x=none").isEmpty()).isTrue();
        assertThat(cutoffs.isEmpty()).isFalse();
    }

    @Test
    void aPeriodKeepsTheInstantOfTheLock() {
        Cutoffs first = cutoffs("P7D");
        assertThat(first.periods()).containsExactly(Map.entry("P7D", "2026-03-24T10:00:00Z"));
        Cutoffs again = Cutoffs.of(List.of(CutoffSpec.of("P7D", "here")), first.periods(), NOW.plusSeconds(99_999_999));
        assertThat(limit(again, "any")).isEqualTo("2026-03-24T10:00:00Z");
        assertThat(again.periods()).isEqualTo(first.periods());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-02-30", "7", "P", "P99999999999D", "a b=2026-01-01", "P-7D", "PT-1H", "y="})
    void refusesWhatIsNoTime(String word) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> cutoffs(word, "x=never"));
        assertThat(refused.faults()).hasSize(2).allSatisfy(fault -> {
            assertThat(fault.where()).isEqualTo("here");
            assertThat(fault.next()).contains("2026-10-31");
            assertThat(fault.detail()).doesNotContain("could not be parsed");
        });
    }

    @Test
    void refusesTheSameScopeTwice() {
        FaultException refused = catchThrowableOfType(
                FaultException.class, () -> cutoffs("P7D", "P1D", "Al_pha=none", "al-pha=P1D", "x=P1D"));
        assertThat(refused.faults()).hasSize(2);
        assertThat(refused.faults().get(0).toString()).contains("Two cutoffs are for the same: P7D, P1D");
        assertThat(refused.faults().get(1).toString()).contains("Al_pha none, al-pha P1D");
    }
}
