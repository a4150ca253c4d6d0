package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexesInVainTest {

    private static final IndexSpec FIRST = index("pypi");
    private static final IndexSpec EXTRA = index("extra-1");
    private static final IndexSpec CPU =
            new IndexSpec("cpu", "https://cpu.example", List.of("torch"), "pom.xml", false, true);

    @Test
    void anIndexBehindAnotherThatGaveNothingIsNamed() {
        assertThat(IndexesInVain.told(List.of("pypi", "extra-1"), List.of(FIRST, EXTRA), Set.of("pypi")))
                .singleElement()
                .asString()
                .startsWith("Index extra-1 (requirements.txt:1) gave no wheel: ");
    }

    @Test
    void whatGaveSomethingOrHasNamesOfItsOwnOrStandsFirstIsNot() {
        List<IndexSpec> named = List.of(FIRST, EXTRA, CPU);
        List<String> order = List.of("pypi", "extra-1", "cpu", "environment");
        assertThat(IndexesInVain.told(order, named, Set.of("extra-1"))).isEmpty();
        assertThat(IndexesInVain.told(List.of("extra-1", "pypi"), List.of(EXTRA), Set.of("pypi")))
                .isEmpty();
    }

    private static IndexSpec index(String id) {
        return new IndexSpec(id, "https://" + id + ".example/simple", List.of(), "requirements.txt:1", false, false);
    }
}
