package dev.airgap.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.resolve.Problem.Prereleases;
import dev.airgap.resolve.Problem.Strategy;
import org.junit.jupiter.api.Test;

/** Proves what is chosen on one target: graphs, back-jumps, extras, strategies, pre-releases, yanked releases. */
class ChoosingTest {

    private final World world = new World();

    @Test
    void nothingAskedGivesNothing() {
        assertThat(Ask.of(world).solve().pins()).isEmpty();
    }

    @Test
    void followsDependencies() {
        world.has("a", "1.0", "aa==1.0", "ab==1.0")
                .has("aa", "1.0")
                .has("ab", "1.0")
                .has("b", "1.0", "ba")
                .has("ba", "2");
        assertThat(Ask.of(world, "a", "b").pins()).isEqualTo("a 1.0, aa 1.0, ab 1.0, b 1.0, ba 2");
    }

    @Test
    void keepsToWhatEveryDependentAllows() {
        world.has("a", "1", "shared>=2,<4").has("b", "1", "shared>=3,<5");
        for (String version : new String[] {"2", "3", "3.6.9", "4", "5"}) {
            world.has("shared", version);
        }
        assertThat(Ask.of(world, "a", "b").pins()).isEqualTo("a 1, b 1, shared 3.6.9");
    }

    @Test
    void dropsWhatAnEarlierChoiceNeededOnly() {
        world.has("foo", "1.0")
                .has("foo", "2.0")
                .has("bar", "1.0", "foo<2", "baz")
                .has("bar", "2.0")
                .has("baz", "1");
        assertThat(Ask.of(world, "foo==1.0", "bar<2").pins()).isEqualTo("bar 1.0, baz 1, foo 1.0");
        assertThat(Ask.of(world, "foo", "bar").pins()).isEqualTo("bar 2.0, foo 2.0");
    }

    @Test
    void takesCyclesAndSelfReferences() {
        world.has("foo", "1", "bar>=1")
                .has("bar", "1", "foo>=1")
                .has("self", "1", "self>=1")
                .has("self", "2", "self<2");
        assertThat(Ask.of(world, "foo", "self").pins()).isEqualTo("bar 1, foo 1, self 1");
    }

    @Test
    void backtracksAlongACycleToAnOlderRelease() {
        world.has("a", "1.0").has("a", "2.0", "b").has("b", "1.0", "a<2");
        assertThat(Ask.of(world, "a").pins()).isEqualTo("a 1.0");
    }

    @Test
    void jumpsBackOverPackagesThatPlayNoPart() {
        world.has("a", "1", "x>=1")
                .has("x", "0")
                .has("x", "1", "y==1")
                .has("x", "2", "y==2")
                .has("y", "1")
                .has("y", "2");
        world.has("b", "1").has("b", "2").has("c", "1", "y<2").has("d", "1").has("d", "2", "y>9");
        assertThat(Ask.of(world, "a", "b", "c", "d").pins()).isEqualTo("a 1, b 2, c 1, d 1, x 1, y 1");
    }

    @Test
    void jumpsBackAfterAPartialSatisfier() {
        world.has("a", "1", "x>=1").has("b", "1", "x<2").has("c", "1").has("c", "2", "a", "b");
        world.has("x", "0").has("x", "1", "y==1").has("x", "2").has("y", "1").has("y", "2");
        assertThat(Ask.of(world, "c", "y>=2").pins()).isEqualTo("c 1, y 2");
    }

    @Test
    void leavesAReleaseWhoseDependencyNoIndexKnows() {
        world.has("a", "1").has("a", "2", "nowhere");
        assertThat(Ask.of(world, "a").pins()).isEqualTo("a 1");
    }

    @Test
    void whatIsAskedForFirstStaysNewestWithExtrasToo() {
        world.release("a", "1").extras("e").wheel("py3-none-any");
        world.release("a", "2").extras("e").needs("b<2").wheel("py3-none-any");
        world.has("b", "1").has("b", "2");
        assertThat(Ask.of(world, "a[e]", "b").pins()).isEqualTo("a 2, b 1");
        assertThat(Ask.of(world, "b", "a[e]").pins()).isEqualTo("a 1, b 2");
    }

    @Test
    void extrasBringTheirDependencies() {
        world.release("web", "1")
                .extras("fast", "all")
                .needs("core", "loop>=2; extra == 'fast'", "web[fast]; extra == 'all'")
                .wheel("py3-none-any");
        world.has("core", "1").has("loop", "1").has("loop", "2");
        assertThat(Ask.of(world, "web").pins()).isEqualTo("core 1, web 1");
        assertThat(Ask.of(world, "web[all]").pins()).isEqualTo("core 1, loop 2, web 1");
        Pin pin = Ask.of(world, "web[all]").solve().pins().get(2);
        assertThat(pin.extras()).containsExactly("all", "fast");
        assertThat(pin.dependencies().get("linux").toString()).isEqualTo("[core, loop]");
    }

    @Test
    void anExtraForcesAnOlderReleaseWhereItsDependencyDoesNotFit() {
        world.release("web", "1").extras("x").needs("dep<2; extra == 'x'").wheel("py3-none-any");
        world.release("web", "2").extras("x").needs("dep>=2; extra == 'x'").wheel("py3-none-any");
        world.has("dep", "1").has("dep", "2");
        assertThat(Ask.of(world, "web[x]", "dep<2").pins()).isEqualTo("dep 1, web 1");
        assertThat(Ask.of(world, "web", "dep<2").pins()).isEqualTo("dep 1, web 2");
    }

    @Test
    void anExtraThatIsNotProvidedIsNoted() {
        world.has("a", "1");
        Resolution resolution = Ask.of(world, "a[nope]").solve();
        assertThat(resolution.pins()).hasSize(1);
        assertThat(resolution.notes()).containsExactly("a 1 has no extra nope; it has none");
        world.release("httpx", "1").extras("http2", "brotli", "socks").wheel("py3-none-any");
        assertThat(Ask.of(world, "httpx[htpp2]").solve().notes())
                .containsExactly("httpx 1 has no extra htpp2; did you mean http2?");
        assertThat(Ask.of(world, "httpx[all]").solve().notes())
                .containsExactly("httpx 1 has no extra all; it has brotli, http2 and socks");
    }

    @Test
    void markersAreTheTargets() {
        world.has("a", "1", "win; sys_platform == 'win32'", "nix; sys_platform != 'win32'")
                .has("win", "1")
                .has("nix", "1");
        assertThat(Ask.of(world, "a", "win; python_version < '3'").pins()).isEqualTo("a 1, nix 1");
        assertThat(Ask.of(world, "a").on(World.WINDOWS).pins()).isEqualTo("a 1, win 1");
    }

    @Test
    void takesTheBestTagThenTheHighestBuild() {
        World.Release release =
                world.release("a", "1").wheel("py3-none-any").wheel("2-cp311-cp311-manylinux_2_17_x86_64");
        release.wheel("10-cp311-cp311-manylinux_2_17_x86_64").wheel("cp311-abi3-manylinux_2_17_x86_64");
        Pin pin = Ask.of(world, "a").solve().pins().get(0);
        assertThat(pin.wheels().get("linux").name().fileName())
                .isEqualTo("a-1-10-cp311-cp311-manylinux_2_17_x86_64.whl");
    }

    @Test
    void readsTheMetadataOfTheWheelTaken() {
        world.release("a", "1")
                .needs("generic")
                .wheel("py3-none-any")
                .needs("special")
                .wheel("cp311-cp311-manylinux_2_17_x86_64");
        world.has("generic", "1").has("special", "1");
        assertThat(Ask.of(world, "a").pins()).isEqualTo("a 1, special 1");
        assertThat(Ask.of(world, "a").on(World.MAC).pins()).isEqualTo("a 1, generic 1");
    }

    @Test
    void skipsReleasesWithoutUsableWheel() {
        world.has("a", "1");
        world.release("a", "2").wheel("cp311-cp311-win_amd64");
        world.release("a", "3").sdist();
        world.release("a", "4").python(">=3.12").wheel("py3-none-any");
        world.release("a", "5").pythonInMetadata(">=3.12").wheel("py3-none-any");
        assertThat(Ask.of(world, "a").pins()).isEqualTo("a 1");
    }

    @Test
    void lowestAndLowestDirect() {
        for (String version : new String[] {"1", "2", "3"}) {
            world.has("a", version, "b>=2").has("b", version);
        }
        assertThat(Ask.of(world, "a>=2").strategy(Strategy.LOWEST).pins()).isEqualTo("a 2, b 2");
        assertThat(Ask.of(world, "a>=2").strategy(Strategy.LOWEST_DIRECT).pins())
                .isEqualTo("a 2, b 3");
    }

    @Test
    void keepsLockedVersionsThatFit() {
        world.has("a", "1", "b").has("a", "2", "b").has("b", "1").has("b", "2");
        assertThat(Ask.of(world, "a").locked("a", "1").locked("b", "1").pins()).isEqualTo("a 1, b 1");
        assertThat(Ask.of(world, "a>1").locked("a", "1").locked("b", "1").pins())
                .isEqualTo("a 2, b 1");
        world.has("a", "3", "b>1");
        assertThat(Ask.of(world, "a>2").locked("a", "1").locked("b", "1").pins())
                .isEqualTo("a 3, b 2");
    }

    @Test
    void constraintsHoldWhereThePackageIsNeeded() {
        world.has("a", "1", "b").has("b", "1").has("b", "2");
        assertThat(Ask.of(world, "a").under("b<2", "unheard<1").pins()).isEqualTo("a 1, b 1");
        assertThat(Ask.of(world, "a").under("b<2; sys_platform == 'win32'").pins())
                .isEqualTo("a 1, b 2");
    }

    @Test
    void yankedOnlyWherePinned() {
        world.has("a", "1");
        world.release("a", "2").yanked("broken\u202e\u2028on Tuesdays").wheel("py3-none-any");
        world.has("b", "1", "a==2").has("b", "0");
        assertThat(Ask.of(world, "a").pins()).isEqualTo("a 1");
        assertThat(Ask.of(world, "b").pins()).isEqualTo("b 0");
        assertThat(Ask.of(world, "a").under("a==2").pins()).isEqualTo("a 2");
        assertThat(Ask.of(world, "a").locked("a", "2").pins()).isEqualTo("a 2");
        assertThat(Ask.of(world, "a==2").solve().notes())
                .containsExactly("a 2 is taken as pinned though it is yanked: broken  on Tuesdays");
    }

    @Test
    void preReleasesOnlyWhereAskedFor() {
        world.has("a", "1.0").has("a", "2.0rc1").has("only", "1.0b1").has("only", "1.0b2");
        assertThat(Ask.of(world, "a").pins()).isEqualTo("a 1.0");
        assertThat(Ask.of(world, "a>=1.0rc1").pins()).isEqualTo("a 2.0rc1");
        assertThat(Ask.of(world, "a>1").pins()).isEqualTo("a 2.0rc1");
        assertThat(Ask.of(world, "a").under("a>=2.0rc0").pins()).isEqualTo("a 2.0rc1");
        assertThat(Ask.of(world, "only").pins()).isEqualTo("only 1.0b2");
        assertThat(Ask.of(world, "a").prereleases(Prereleases.ALLOW).pins()).isEqualTo("a 2.0rc1");
        assertThat(Ask.of(world, "a>=1.0rc1").prereleases(Prereleases.NEVER).pins())
                .isEqualTo("a 1.0");
        assertThat(Ask.of(world, "only").prereleases(Prereleases.NEVER).failure())
                .contains("which are ruled out", "airgap.prereleases is set to never")
                .doesNotContain("ask for only");
    }

    @Test
    void aPackageHasItsOwnRuleOnPreReleases() {
        world.has("a", "1.0", "b", "c>=1.0b1").has("a", "2.0rc1", "b", "c>=1.0b1");
        world.has("b", "1.0").has("b", "2.0rc1").has("c", "1.0").has("c", "2.0b1");
        assertThat(Ask.of(world, "a")
                        .prereleases(Prereleases.DEFAULT, "b", Prereleases.ALLOW)
                        .pins())
                .isEqualTo("a 1.0, b 2.0rc1, c 1.0");
        assertThat(Ask.of(world, "a")
                        .prereleases(Prereleases.ALLOW, "b", Prereleases.NEVER)
                        .pins())
                .isEqualTo("a 2.0rc1, b 1.0, c 2.0b1");
        assertThat(Ask.of(world, "a")
                        .prereleases(Prereleases.NEVER, "c", Prereleases.ALLOW)
                        .pins())
                .isEqualTo("a 1.0, b 1.0, c 2.0b1");
        assertThat(Ask.of(world, "a", "b>=2.0rc1")
                        .prereleases(Prereleases.ALLOW, "b", Prereleases.NEVER)
                        .failure())
                .contains("which are ruled out");
    }

    @Test
    void aDependencyMayAskForAPreRelease() {
        world.has("a", "1.0")
                .has("a", "2.0rc1")
                .has("q", "1", "a>=2.0rc1")
                .has("r", "1", "a>=1.0rc1")
                .has("s", "1", "a>1.0");
        assertThat(Ask.of(world, "q").pins()).isEqualTo("a 2.0rc1, q 1");
        assertThat(Ask.of(world, "a", "q").pins()).isEqualTo("a 2.0rc1, q 1");
        // It may, but a final release fits as well.
        assertThat(Ask.of(world, "r").pins()).isEqualTo("a 1.0, r 1");
        assertThat(Ask.of(world, "s").pins()).isEqualTo("a 2.0rc1, s 1");
    }

    @Test
    void aConflictNeverLetsAPreReleaseIn() {
        world.has("a", "1.0", "x<2").has("a", "2.0rc1", "x>=2").has("x", "1").has("x", "2");
        assertThat(Ask.of(world, "a", "x>=2").failure()).contains("a 2.0rc1 is a pre-release, which nothing asks for");
        // b 2 asks for it, but is no part of the answer.
        world.has("b", "1").has("b", "2", "a>=2.0rc1", "nowhere");
        assertThat(Ask.of(world, "b", "a", "x>=2").failure()).contains("a 2.0rc1 is a pre-release");
        world.has("c", "1").has("c", "2", "a>=2.0rc1");
        assertThat(Ask.of(world, "c", "a", "x>=2").pins()).isEqualTo("a 2.0rc1, c 2, x 2");
    }

    @Test
    void addressesOnlyFromUsers() {
        world.address("https://files.example/a-9-py3-none-any.whl", "a", "9")
                .needs("b")
                .wheel("py3-none-any");
        world.has("a", "1")
                .has("b", "1")
                .has("c", "1")
                .has("c", "2", "evil @ https://evil.example/evil-1-py3-none-any.whl");
        assertThat(Ask.of(world, "a @ https://files.example/a-9-py3-none-any.whl")
                        .pins())
                .isEqualTo("a 9, b 1");
        assertThat(Ask.of(world, "c").pins()).isEqualTo("c 1");
        assertThat(Ask.of(world, "c>1").failure()).contains("an address that only you may ask for");
        world.has("d", "1", "a @ https://files.example/a-9-py3-none-any.whl");
        assertThat(Ask.of(world, "d", "a @ https://files.example/a-9-py3-none-any.whl")
                        .pins())
                .isEqualTo("a 9, b 1, d 1");
    }

    @Test
    void aReleaseWithBrokenDependenciesIsLeftAside() {
        world.has("a", "1");
        world.release("a", "2").brokenWheel("py3-none-any");
        assertThat(Ask.of(world, "a").pins()).isEqualTo("a 1");
        assertThat(Ask.of(world, "a>1").failure()).contains("a 2 states dependencies that cannot be read");
    }

    @Test
    void buildTagsAreNumbersFirst() {
        assertThat(WheelChoice.compareBuilds("2", "10")).isNegative();
        assertThat(WheelChoice.compareBuilds("", "0")).isNegative();
        assertThat(WheelChoice.compareBuilds("1b", "1a")).isPositive();
        assertThat(WheelChoice.compareBuilds("007", "7")).isZero();
    }
}
