package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.python.PackageName;
import dev.airgap.resolve.PrereleaseRule;
import dev.airgap.resolve.Problem.Prereleases;
import dev.airgap.resolve.Problem.Strategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsInVainTest {

    private static final List<PackageName> LOCKED = List.of(PackageName.of("numpy"), PackageName.of("pydantic"));

    @Test
    void aNameThatIsNearlyALockedOneIsTold() {
        PrereleaseRule rule = new PrereleaseRule(
                Prereleases.DEFAULT,
                Map.of(PackageName.of("pydantik"), Prereleases.ALLOW, PackageName.of("numpy"), Prereleases.NEVER));
        assertThat(WordsInVain.mistyped(
                        configuration(rule, Strategy.HIGHEST, "nmupy=none", "torch=none", "P7D"), LOCKED))
                .containsExactly(
                        "airgap.prereleases has a word for pydantik, which isn't locked. Did you mean pydantic?",
                        "airgap.excludeNewer has a word for nmupy, which isn't locked. Did you mean numpy?");
    }

    @Test
    void whatChoosesChangesNothingBesideALockOfAnotherTool() {
        PrereleaseRule plain = PrereleaseRule.of(Prereleases.DEFAULT);
        assertThat(WordsInVain.besideALock(configuration(plain, Strategy.HIGHEST, "P7D"), false))
                .isEmpty();
        assertThat(WordsInVain.besideALock(configuration(PrereleaseRule.of(Prereleases.ALLOW), Strategy.LOWEST), true))
                .singleElement()
                .asString()
                .startsWith("airgap.resolution, airgap.prereleases, airgap.upgrade changed no version");
    }

    private static Configuration configuration(PrereleaseRule rule, Strategy strategy, String... cutoffs) {
        return new Configuration(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                rule,
                strategy,
                List.of(cutoffs).stream()
                        .map(cutoff -> CutoffSpec.of(cutoff, "here"))
                        .toList(),
                "/opt/airgap",
                Map.of());
    }
}
