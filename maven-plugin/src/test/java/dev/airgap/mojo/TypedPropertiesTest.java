package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TypedPropertiesTest {

    private static final Set<String> KNOWN =
            Set.of("airgap.requirements", "airgap.targets", "airgap.target", "airgap.lockFile", "airgap.skip");

    @Test
    void allThatNobodyKnowsIsToldTogether() {
        assertThatThrownBy(() -> check(true, false, "airgap.requirement", "airgap.xyz", "skipTests", "other.airgap.x"))
                .hasMessageContainingAll(
                        "airgap.requirement\n", "Did you mean -Dairgap.requirements?", "airgap.xyz", "Known are")
                .hasMessageNotContaining("skipTests");
    }

    @Test
    void whatAnyGoalKnowsIsFineForAll() {
        assertThatCode(() -> check(false, false, "airgap.requirements", "airgap.target", "airgap.lockFile"))
                .doesNotThrowAnyException();
    }

    @Test
    void aTargetToUnpackIsNoTargetToResolveFor() {
        assertThatThrownBy(() -> check(true, false, "airgap.target")).hasMessageContaining("-Dairgap.targets?");
        assertThatCode(() -> check(true, true, "airgap.target")).doesNotThrowAnyException();
    }

    private static void check(boolean locks, boolean unpacks, String... typed) {
        new TypedProperties(Set.of(typed), KNOWN).check(locks, unpacks);
    }
}
