package dev.airgap.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.resolve.Problem.Strategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves what overrides and exclusions do; the pins are those that uv 0.13 gives for the same wheels and words. */
class EditsTest {

    private final World world = new World();

    @BeforeEach
    void fill() {
        world.release("app", "1.0")
                .extras("more")
                .needs("lib<2", "opt[fast]>=1", "win; sys_platform == 'win32'", "ex; extra == 'more'")
                .wheel("py3-none-any");
        world.has("lib", "1.0").has("lib", "1.5").has("lib", "2.0").has("lib", "3.0b1");
        for (String version : new String[] {"1.0", "2.0"}) {
            world.release("opt", version)
                    .extras("fast")
                    .needs("boost; extra == 'fast'")
                    .wheel("py3-none-any");
        }
        world.has("boost", "1.0").has("win", "1.0").has("ex", "1.0").has("ex", "2.0");
    }

    @Test
    void anOverrideStandsForWhatPackagesAndUsersSay() {
        assertThat(ask("app").edited("lib==2.0").pins()).isEqualTo("app 1.0, boost 1.0, lib 2.0, opt 2.0");
        assertThat(ask("app", "lib<2").edited("lib==2.0").pins()).isEqualTo("app 1.0, boost 1.0, lib 2.0, opt 2.0");
        assertThat(ask("app").edited("lib==3.0b1").pins()).isEqualTo("app 1.0, boost 1.0, lib 3.0b1, opt 2.0");
        assertThat(ask("app", "lib<2")
                        .edited("lib<9")
                        .strategy(Strategy.LOWEST_DIRECT)
                        .pins())
                .isEqualTo("app 1.0, boost 1.0, lib 1.0, opt 2.0");
    }

    @Test
    void itsOwnExtrasAndMarkerCountAndTheExtraThatItReplacedInStays() {
        assertThat(ask("app").edited("opt==1.0").pins()).isEqualTo("app 1.0, lib 1.5, opt 1.0");
        assertThat(ask("app").edited("win==1.0").pins()).isEqualTo("app 1.0, boost 1.0, lib 1.5, opt 2.0, win 1.0");
        assertThat(ask("app").edited("lib==2.0; sys_platform == 'win32'").pins())
                .isEqualTo("app 1.0, boost 1.0, opt 2.0");
        assertThat(ask("app")
                        .edited("lib==2.0; sys_platform=='win32'", "lib==1.0; sys_platform=='linux'")
                        .pins())
                .isEqualTo("app 1.0, boost 1.0, lib 1.0, opt 2.0");
        assertThat(ask("app").edited("ex==1.0").pins()).isEqualTo("app 1.0, boost 1.0, lib 1.5, opt 2.0");
        assertThat(ask("app[more]").edited("ex==1.0").pins()).isEqualTo("app 1.0, boost 1.0, ex 1.0, lib 1.5, opt 2.0");
    }

    @Test
    void anAddressMayBeAnOverride() {
        world.address("https://x.example/lib-9-py3-none-any.whl", "lib", "9").wheel("py3-none-any");
        assertThat(ask("app")
                        .edited("lib @ https://x.example/lib-9-py3-none-any.whl")
                        .pins())
                .isEqualTo("app 1.0, boost 1.0, lib 9, opt 2.0");
    }

    @Test
    void whatIsExcludedIsNotThere() {
        assertThat(ask("app").edited("-lib", "-boost").pins()).isEqualTo("app 1.0, opt 2.0");
        Resolution resolution = ask("app", "lib").edited("-lib").solve();
        assertThat(resolution.pins()).extracting(pin -> pin.name().value()).doesNotContain("lib");
        assertThat(resolution.notes())
                .containsExactly(
                        "requirements.txt:2 asks for lib, and <exclusion> excludes it: the lock is without it");
        assertThat(resolution.pins().get(0).dependencies().get("linux"))
                .extracting(name -> name.value())
                .containsExactly("opt");
    }

    @Test
    void whatChangesNothingIsTold() {
        assertThat(ask("app").edited("nope==2.0", "-never").solve().notes())
                .containsExactly(
                        "The override of nope (overrides.txt:1) changes nothing: no package that is locked needs it",
                        "The exclusion of never (<exclusion>) changes nothing: no package that is locked needs it");
    }

    @Test
    void twoOverridesOfOnePackageAreRefused() {
        assertThatThrownBy(() -> ask("app").edited("lib==2.0", "lib==1.0").solve())
                .hasMessageContainingAll(
                        "lib is overridden twice for linux",
                        "overrides.txt:1 and overrides.txt:2",
                        "lib==2.0",
                        "lib==1.0",
                        "Write one of them");
        assertThat(ask("app").edited("lib==2.0", "lib==2.0").pins()).contains("lib 2.0");
    }

    @Test
    void aConflictNamesTheOverride() {
        assertThatThrownBy(() -> ask("app").edited("lib==2.0").under("lib<2").solve())
                .hasMessageContainingAll(
                        "app 1.0 needs lib==2.0 (overridden by overrides.txt:1)",
                        "constraints.txt:1 allows only lib<2");
        assertThatThrownBy(() -> ask("app", "lib").edited("lib==7").solve())
                .hasMessageContainingAll(
                        "No release of lib matches lib==7", "overrides.txt:1 (in place of requirements.txt:2)");
    }

    private Ask ask(String... requirements) {
        return Ask.of(world, requirements);
    }
}
