package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTextTest {

    @Test
    void anAdviceIsASentence() {
        assertThat(text(Fault.of("The host is unknown").advise("correct the address")))
                .isEqualTo("The host is unknown\n  -> Correct the address.");
        assertThat(text(Fault.of("x").advise("Did you mean y?"))).endsWith("-> Did you mean y?");
        assertThat(text(Fault.of("x").advise("Name one with -Dairgap.output=…")))
                .endsWith("=…");
        assertThat(text(Fault.of("x"))).isEqualTo("x");
    }

    @Test
    void whatHappenedStartsWithACapitalAndNamesStayAsTheyAre() {
        assertThat(text(Fault.of("the host is unknown"))).isEqualTo("The host is unknown");
        assertThat(text(Fault.of("numpy has no wheel"))).isEqualTo("numpy has no wheel");
        assertThat(text(Fault.of("airgap.locked is neither"))).isEqualTo("airgap.locked is neither");
    }

    @Test
    void faultsStandApart() {
        assertThat(FaultText.of(List.of(Fault.of("One"), Fault.of("Two")))).isEqualTo("One\n\nTwo");
    }

    private static String text(Fault fault) {
        return FaultText.of(List.of(fault));
    }
}
