package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.goal.LockPolicy.Change;
import dev.airgap.python.PackageName;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LockPolicyTest {

    private static final Set<PackageName> PACKAGES = Set.of(PackageName.of("demo"), PackageName.of("my-helper"));
    private static final Set<String> MODELS = Set.of("gpt2", "org/tiny");

    @Test
    void aBareNameMovesAModelOfThatName() {
        LockPolicy policy = LockPolicy.of(Change.ALLOWED, "gpt2,My_Helper");
        assertThat(policy.movesModel("gpt2")).isTrue();
        assertThat(policy.moves(PackageName.of("my-helper"))).isTrue();
        assertThat(policy.moves(PackageName.of("demo"))).isFalse();
        assertThatCode(() -> policy.demandKnown(PACKAGES, MODELS)).doesNotThrowAnyException();
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestOnes() {
        LockPolicy policy = LockPolicy.of(Change.ALLOWED, "dmeo,org/tyni,nothing-near,de mo");
        assertThatThrownBy(() -> policy.demandKnown(PACKAGES, MODELS))
                .hasMessageContainingAll(
                        "dmeo", "Did you mean demo?", "Did you mean org/tiny?", "nothing-near", "airgap.upgrade");
    }

    @Test
    void trueAndNothingMoveAllAndFalseNone() {
        assertThat(LockPolicy.of(Change.ALLOWED, "").upgradeAll()).isTrue();
        assertThat(LockPolicy.of(Change.ALLOWED, "true").upgradeAll()).isTrue();
        assertThat(LockPolicy.of(Change.ALLOWED, "false").movesAny()).isFalse();
        assertThat(LockPolicy.of(Change.ALLOWED, null).movesAny()).isFalse();
    }
}
