package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void nothingIsLeftOut() {
        assertThat(Sizes.counts(Sizes.count(10, "wheel"), Sizes.count(0, "snapshot"), Sizes.count(1, "file")))
                .isEqualTo("10 wheels, 1 file");
        assertThat(Sizes.counts(Sizes.count(0, "wheel"))).isEqualTo("nothing");
    }
}
