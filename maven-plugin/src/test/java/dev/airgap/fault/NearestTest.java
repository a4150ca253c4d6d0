package dev.airgap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("requirements", "targets", "target", "lockFile", "locked");

    @Test
    void whatIsAFewLettersAwayIsNamedNearestFirst() {
        assertThat(Nearest.of("requirement", KNOWN)).containsExactly("requirements");
        assertThat(Nearest.of("tragets", KNOWN)).containsExactly("targets", "target");
        assertThat(Nearest.of("lockfile", KNOWN)).startsWith("lockFile");
    }

    @Test
    void whatIsFarIsNotNamed() {
        assertThat(Nearest.of("xyz", KNOWN)).isEmpty();
        assertThat(Nearest.question("xyz", KNOWN)).isEmpty();
    }

    @Test
    void theQuestionNamesThemAll() {
        assertThat(Nearest.question("tragets", KNOWN)).isEqualTo("Did you mean targets or target?");
    }
}
