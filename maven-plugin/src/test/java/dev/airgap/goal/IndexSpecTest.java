package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexSpecTest {

    @Test
    void anIdIsGivenOnce() {
        assertThat(IndexSpec.freeId("extra", List.of())).isEqualTo("extra-1");
        assertThat(IndexSpec.freeId("extra", List.of("pypi", "extra-1", "extra-3")))
                .isEqualTo("extra-2");
    }
}
