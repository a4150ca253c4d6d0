package dev.airgap.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The inputs tell whether a lock is current, and what changed. */
class InputsTest {

    private static final Inputs OLD = Inputs.none()
            .with("requirements requirements.txt", List.of("flask>=2", "numpy"))
            .with("index", List.of("pypi", "torch-cpu"))
            .with("prereleases", "default");

    @Test
    void theOrderOfKeysCountsNothingThatOfValuesDoes() {
        Inputs other = Inputs.none()
                .with("prereleases", "default")
                .with("index", "pypi")
                .with("index", "torch-cpu")
                .with("requirements requirements.txt", List.of("flask>=2", "numpy"));
        assertThat(other).isEqualTo(OLD);
        assertThat(other.digest()).isEqualTo(OLD.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(Inputs.none().with("a", List.of("1", "2")).digest())
                .isNotEqualTo(Inputs.none().with("a", List.of("2", "1")).digest());
    }

    @Test
    void nothingRunsIntoItsNeighbour() {
        assertThat(List.of(
                        Inputs.none().with("a", List.of("b")).digest(),
                        Inputs.none().with("a", List.of("b", "")).digest(),
                        Inputs.none().with("a", List.of("", "b")).digest(),
                        Inputs.none().with("ab", List.of()).digest(),
                        Inputs.none().with("a", List.of()).with("b", List.of()).digest(),
                        Inputs.none().with("a", List.of("b\n")).digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhatChanged() {
        assertThat(Inputs.changes(OLD, OLD)).isEmpty();
        Inputs now = Inputs.none()
                .with("requirements requirements.txt", List.of("flask>=3", "numpy"))
                .with("index", List.of("torch-cpu", "pypi"))
                .with("target x", "abc");
        assertThat(Inputs.changes(OLD, now))
                .containsExactly(
                        "index: the order changed to torch-cpu, pypi",
                        "prereleases is gone: it was default",
                        "requirements requirements.txt: flask>=2 became flask>=3",
                        "target x is new: abc");
        assertThat(Inputs.changes(OLD, OLD.with("requirements requirements.txt", "x")))
                .containsExactly("requirements requirements.txt: now has x");
        assertThat(Inputs.changes(OLD.with("index", List.of("1", "2", "3", "4", "5", "6")), OLD))
                .containsExactly("index: no longer has 1, 2, 3, 4, 5 and 1 more");
    }

    @Test
    void aLongValueStandsShortAndStillCounts() {
        String hashes = "flask==1 " + "--hash=sha256:0123 ".repeat(50);
        Inputs one = Inputs.none().with("r", hashes + "a");
        Inputs other = Inputs.none().with("r", hashes + "b");
        assertThat(one.entries().get("r").get(0)).startsWith("flask==1 --hash").hasSizeLessThan(200);
        assertThat(one.digest()).isNotEqualTo(other.digest());
        assertThat(new Inputs(one.entries())).isEqualTo(one);
    }

    @Test
    void aKeyHasAName() {
        assertThatThrownBy(() -> Inputs.none().with("", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
