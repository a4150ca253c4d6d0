package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    private final MarkerEnvironment floating =
            Targets.parse("cp311-manylinux_2_28_x86_64").environment();

    @Test
    void aMarkerThatHoldsForSomePatchReleaseHolds() {
        assertThat(holds("python_full_version >= '3.11.4'")).isTrue();
        assertThat(holds("python_full_version < '3.11.4'")).isTrue();
        assertThat(holds("python_full_version == '3.11.999999'")).isTrue();
        assertThat(holds("python_full_version < '3.11'")).isFalse();
        assertThat(holds("'3.11.7' <= implementation_version")).isTrue();
        assertThat(holds("python_full_version in '3.10.1 3.11.12'")).isTrue();
    }

    @Test
    void whatItSaysOfExtrasStandsAlone() {
        assertThat(extraPart("extra == 'a' and python_version < '3.9'")).isEqualTo("extra == \"a\"");
        assertThat(extraPart("(extra == 'a' or extra == 'b') and os_name == 'nt'"))
                .isEqualTo("extra == \"a\" or extra == \"b\"");
        assertThat(extraPart("os_name == 'nt' and extra == 'a' or 'b' == extra"))
                .isEqualTo("extra == \"a\" or \"b\" == extra");
        assertThat(extraPart("extra == 'a' or os_name == 'nt'")).isEmpty();
        assertThat(extraPart("os_name == 'nt' or extra == 'a'")).isEmpty();
        assertThat(extraPart("os_name == 'nt'")).isEmpty();
        assertThat(Marker.parse("extra == 'a' or extra == 'b'").and(Marker.parse("os_name == 'nt' or os_name == 'x'")))
                .hasToString("(extra == \"a\" or extra == \"b\") and (os_name == \"nt\" or os_name == \"x\")");
    }

    private static String extraPart(String marker) {
        return Marker.parse(marker).extraPart().toString();
    }

    @Test
    void theExpressionIsJudgedAsAWholeAtOnePatchRelease() {
        assertThat(holds("python_full_version > '3.11.4' and python_full_version < '3.11.6'"))
                .isTrue();
        assertThat(holds("python_full_version > '3.11.4' and python_full_version < '3.11.5'"))
                .isFalse();
        assertThat(holds("python_full_version == '3.11.2' and implementation_version == '3.11.3'"))
                .isFalse();
        assertThat(holds("python_full_version != '3.11.0' and python_full_version != '3.11.1' "
                        + "and python_full_version < '3.11.3'"))
                .isTrue();
    }

    @Test
    void withSeveralExtrasOneMustHold() {
        assertThat(holds("extra == 'a'")).isFalse();
        assertThat(holds("extra == 'A_b'", "a-b", "c")).isTrue();
        assertThat(holds("extra == 'a' and extra == 'c'", "a", "c")).isFalse();
        assertThat(holds("extra != 'a'")).isTrue();
        assertThat(holds("'a' in extras and 'b' not in extras", "a", "c")).isTrue();
        assertThat(holds("'x' in dependency_groups", "x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"os_name ~= 'posix'", "sys_platform === 'linux'", "'a' == 'b'", "extras == 'a'"})
    void whatHasNoComparisonIsAnErrorWhenItIsJudged(String raw) {
        Marker marker = Marker.parse("python_version < '3' and " + raw);
        assertThatThrownBy(() -> Requirement.parse("foo>=1; " + raw))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("foo>=1");
        assertThatThrownBy(() -> marker.holds(floating, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be judged");
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackIsFull() {
        String raw = "(".repeat(100_000) + "os_name == 'posix'" + ")".repeat(100_000);
        assertThatThrownBy(() -> Marker.parse(raw)).isInstanceOf(IllegalArgumentException.class);
        assertThat(holds("(".repeat(50) + "os_name == 'posix'" + ")".repeat(50)))
                .isTrue();
    }

    @Test
    void aBrokenMarkerNamesTheColumn() {
        assertThatThrownBy(() -> Requirement.parse("foo; python_version = '3'")).hasMessageContaining("column 21");
    }

    private boolean holds(String marker, String... extras) {
        return Marker.parse(marker).holds(floating, Set.of(extras));
    }

    /** A line of METADATA may be as long: quadratic work on it would never end. */
    @Test
    @Timeout(120)
    void manyDotsEnd() {
        String marker = "os" + ".x".repeat(2_000_000) + " == 'a'";
        assertThatThrownBy(() -> Marker.parse(marker)).isInstanceOf(IllegalArgumentException.class);
    }
}
