package dev.airgap.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Proves what a person reads where there is no answer. */
class ExplanationTest {

    private final World world = new World();

    @Test
    void twoRootsThatContradict() {
        world.has("a", "1.0").has("a", "1.5").has("a", "2.0");
        says(Ask.of(world, "a>=2", "a<2"), """
                What is asked of a contradicts itself for linux
                  requirements.txt:1 asks for a>=2
                  requirements.txt:2 asks for a<2
                  -> take a 1.5 (requirements.txt:1) or a 2.0 (requirements.txt:2)""");
    }

    @Test
    void twoDependentsThatContradict() {
        world.has("x", "1.0", "p<2")
                .has("x", "1.1", "p<2")
                .has("y", "3", "p>=2")
                .has("p", "1")
                .has("p", "2");
        says(Ask.of(world, "x", "y"), """
                x and y cannot be had together for linux
                  requirements.txt:1 asks for x
                  x 1.0 and 1.1 need p<2
                  requirements.txt:2 asks for y, which needs p>=2
                  -> do without x or y""");
    }

    @Test
    void noReleaseMatches() {
        world.has("a", "1.0").has("a", "2.0");
        says(Ask.of(world, "a>=9"), """
                No release of a matches a>=9
                  at requirements.txt:1
                  the releases are 1.0 and 2.0
                  -> ask for a version that exists""");
    }

    @Test
    void whatIsAskedForByItsAddressHasNoOtherRelease() {
        world.has("a", "1.0");
        world.address("https://files.example/a-9-py3-none-any.whl", "a", "9").wheel("py3-none-any");
        says(Ask.of(world, "a==1.0", "a @ https://files.example/a-9-py3-none-any.whl"), """
                No release of a matches a==1.0
                  at requirements.txt:1
                  the only release is 9, for requirements.txt:2 asks for a @ https://files.example/a-9-py3-none-any.whl
                  -> take one of the two out, or make them agree""");
    }

    @Test
    void aLocalVersionIsMostlyAnotherIndexs() {
        world.has("torch", "2.5.1").has("torch", "2.6.0");
        says(Ask.of(world, "torch==2.5.1+cpu"), """
                No release of torch matches torch==2.5.1+cpu
                  at requirements.txt:1
                  the releases are 2.5.1 and 2.6.0
                  -> ask for a version that exists, or name the index that has +cpu (public ones have no local versions)""");
    }

    @Test
    void unknownPackagesAreReportedTogether() {
        world.has("requests", "2");
        says(Ask.of(world, "reqeusts", "requests", "nowhere"), """
                No index knows a package named reqeusts
                  at requirements.txt:1
                  requests has a similar name and is known here
                  -> look the name up where its authors publish it, or add the index that has it
                No index knows a package named nowhere
                  at requirements.txt:3
                  -> look the name up where its authors publish it, or add the index that has it""");
    }

    @Test
    void aDependencyThatNoIndexKnows() {
        world.has("a", "1", "inner-tool").has("a", "2", "inner-tool>=2");
        says(Ask.of(world, "a"), """
                a cannot be had with all it needs for linux
                  at requirements.txt:1
                  a 2 needs inner-tool>=2
                  a 1 needs inner-tool
                  no index knows inner-tool
                  -> add the index that has it, or do without the package that needs it""");
    }

    @Test
    void noUsableWheel() {
        world.release("mysqlclient", "2.2.3").wheel("cp311-cp311-win_amd64").sdist();
        world.release("mysqlclient", "2.2.4")
                .wheel("cp311-cp311-win_amd64")
                .wheel("cp312-cp312-macosx_11_0_arm64")
                .sdist();
        world.release("mysqlclient", "2.2.5")
                .wheel("cp312-cp312-manylinux_2_17_x86_64")
                .sdist();
        says(Ask.of(world, "mysqlclient<2.2.5"), """
                mysqlclient<2.2.5 cannot be had for linux
                  at requirements.txt:1
                  mysqlclient 2.2.4 has no wheel for linux, only for win_amd64 and macosx_11_0_arm64; it has an sdist
                  mysqlclient 2.2.3 has none either
                  -> choose another target, since no version of mysqlclient would do, or build a wheel of mysqlclient and offer it in a folder or index""");
        says(Ask.of(world, "mysqlclient>=2.2.5"), """
                mysqlclient>=2.2.5 cannot be had for linux
                  at requirements.txt:1
                  mysqlclient 2.2.5 has no wheel for linux, only for cp312 on that platform; it has an sdist
                  -> choose another target, since no version of mysqlclient would do, or build a wheel of mysqlclient and offer it in a folder or index""");
    }

    @Test
    void theNearestWheelsComeFirst() {
        world.release("a", "1")
                .wheel("pp310-pypy310_pp73-manylinux_2_17_x86_64")
                .wheel("cp39-cp39-manylinux_2_17_x86_64")
                .wheel("cp313-cp313t-manylinux_2_17_x86_64")
                .wheel("cp313-cp313-manylinux_2_17_x86_64")
                .wheel("cp312-cp312-manylinux_2_17_x86_64")
                .wheel("cp312-cp312-win_amd64");
        says(Ask.of(world, "a"), """
                a cannot be had for linux
                  at requirements.txt:1
                  a 1 has no wheel for linux, only for cp312, cp313, cp313t, cp39 and pp310-pypy310_pp73 on that platform
                  -> choose another target, since no version of a would do""");
    }

    @Test
    void thePlatformsOfTheSameKindComeFirst() {
        world.release("a", "1")
                .wheel("cp311-cp311-win_amd64")
                .wheel("cp311-cp311-macosx_11_0_arm64")
                .wheel("cp311-cp311-musllinux_1_2_x86_64")
                .wheel("cp311-cp311-manylinux_2_17_aarch64")
                .wheel("cp311-cp311-manylinux_2_40_x86_64");
        says(Ask.of(world, "a"), """
                a cannot be had for linux
                  at requirements.txt:1
                  a 1 has no wheel for linux, only for manylinux_2_40_x86_64, manylinux_2_17_aarch64, musllinux_1_2_x86_64, win_amd64 and macosx_11_0_arm64
                  -> choose another target, since no version of a would do""");
    }

    @Test
    void onlySourceDistributions() {
        world.release("a", "1").sdist();
        world.release("a", "2").sdist();
        world.has("b", "1", "a");
        says(Ask.of(world, "b").on(World.LINUX, World.MAC), """
                b cannot be had with all it needs for linux and mac
                  at requirements.txt:1
                  b 1 needs a
                  a 1 and 2 have sdists but no wheels
                  -> choose another target, since no version of b would do, or build a wheel of a and offer it in a folder or index""");
    }

    @Test
    void anotherPython() {
        world.release("a", "1").python(">=3.12").wheel("py3-none-any");
        world.release("a", "2").python(">=3.13").wheel("py3-none-any");
        says(Ask.of(world, "a"), """
                a cannot be had for linux
                  at requirements.txt:1
                  a 2 needs Python >=3.13
                  a 1 needs Python >=3.12
                  -> choose another target, since no version of a would do""");
    }

    @Test
    void aConstraintInTheWay() {
        world.has("a", "1", "b>=2").has("b", "1").has("b", "2");
        says(Ask.of(world, "a").under("b<2"), """
                a cannot be had with all it needs for linux
                  at requirements.txt:1
                  constraints.txt:1 allows only b<2
                  a 1 needs b>=2
                  -> take b 2 (constraints.txt:1)""");
    }

    @Test
    void anExtraInTheWay() {
        world.release("web", "1")
                .extras("fast")
                .needs("loop>=2; extra == 'fast'")
                .wheel("py3-none-any");
        world.has("loop", "1").has("loop", "2");
        says(Ask.of(world, "web[fast]", "loop<2"), """
                web and loop cannot be had together for linux
                  requirements.txt:2 asks for loop<2
                  requirements.txt:1 asks for web[fast], which needs loop>=2
                  -> take loop 2 (requirements.txt:2)""");
    }

    @Test
    void onlyYankedReleases() {
        world.release("a", "1").yanked("").wheel("py3-none-any");
        world.release("a", "2").yanked("loses data").wheel("py3-none-any");
        world.has("b", "1", "a==2");
        says(Ask.of(world, "b"), """
                b cannot be had with all it needs for linux
                  at requirements.txt:1
                  b 1 needs a==2
                  a 2 is yanked (loses data)
                  -> choose another version, or pin a==2 yourself to take it although it is yanked""");
    }

    @Test
    void onlyAPreReleaseWouldDo() {
        world.has("a", "1.0", "x<2").has("a", "2.0rc1", "x>=2").has("x", "1").has("x", "2");
        says(Ask.of(world, "a", "x>=2"), """
                a and x cannot be had together for linux
                  requirements.txt:2 asks for x>=2
                  requirements.txt:1 asks for a
                  a 1.0 needs x<2
                  a 2.0rc1 is a pre-release, which nothing asks for
                  -> take x 1 (requirements.txt:2), ask for a>=2.0rc1 to take the pre-release, or allow them all by -Dairgap.prereleases=allow""");
    }

    @Test
    void thePreReleaseIsNamedThatWouldDo() {
        world.has("a", "1.0", "x<2")
                .has("a", "2.0rc1", "x>=2,<3")
                .has("a", "3.0rc1", "x>=3")
                .has("x", "1")
                .has("x", "2")
                .has("x", "3")
                .has("b", "1", "x<3");
        assertThat(Ask.of(world, "a", "b", "x>=2").failure())
                .contains("ask for a>=2.0rc1 to take the pre-release, or allow them all");
        assertThat(Ask.of(world, "a>=2.0rc1", "b", "x>=2").pins()).isEqualTo("a 2.0rc1, b 1, x 2");
    }

    @Test
    void aChainThroughManyReleases() {
        for (int i = 1; i <= 9; i++) {
            world.has("boto", "1." + i, "core==1." + i).has("core", "1." + i, "url<2");
        }
        world.has("url", "1").has("url", "2");
        says(Ask.of(world, "boto", "url>=2"), """
                boto and url cannot be had together for linux
                  requirements.txt:2 asks for url>=2
                  requirements.txt:1 asks for boto
                  boto 1.9 needs core==1.9
                  8 older releases of boto need others, down to core==1.1
                  core 1.1 to 1.9 need url<2
                  -> take url 1 (requirements.txt:2)""");
    }

    @Test
    void whatNoRangeShowsIsSaid() {
        for (int i = 0; i <= 9; i++) {
            world.has("p", i + ".0").has("p", i + ".9rc1");
        }
        world.has("x", "1", "p>=3.1");
        says(Ask.of(world, "x", "p<3.9"), """
                x and p cannot be had together for linux
                  requirements.txt:2 asks for p<3.9
                  requirements.txt:1 asks for x, which needs p>=3.1
                  no release of p matches both; the nearest releases are 3.0, 3.9rc1 (a pre-release) and 4.0; the newest is 9.0
                  -> take p 9.0 (requirements.txt:2)""");
        says(Ask.of(world, "p>=4.1,<4.5"), """
                No release of p matches p>=4.1,<4.5
                  at requirements.txt:1
                  the nearest releases are 4.0 and 5.0; the newest is 9.0
                  -> ask for a version that exists""");
        says(Ask.of(world, "p>=9.9"), """
                No release of p matches p>=9.9
                  at requirements.txt:1
                  the nearest releases are 9.0 and 9.9rc1 (a pre-release)
                  -> ask for p>=9.9rc1 to take the pre-release, or for a version that exists""");
    }

    @Test
    void theShortestChainComesFirst() {
        world.has("a", "1", "b>=1")
                .has("b", "1", "c==1")
                .has("c", "1", "d<2")
                .has("e", "1", "d>=2,!=2.5,!=2.6,!=2.7")
                .has("e", "2", "d>=3")
                .has("d", "1")
                .has("d", "2")
                .has("d", "3");
        says(Ask.of(world, "a==1", "e<2"), """
                a and e cannot be had together for linux
                  requirements.txt:2 asks for e<2, which needs d>=2,!=2.5,… 2 more
                  requirements.txt:1 asks for a==1, which needs b>=1
                  b 1 needs c==1
                  c 1 needs d<2
                  -> loosen one of these requirements""");
    }

    @Test
    void yankedForSeveralReasons() {
        world.release("a", "1").yanked("breaks x").wheel("py3-none-any");
        world.release("a", "2").yanked("breaks y").wheel("py3-none-any");
        world.has("a", "3");
        says(Ask.of(world, "a<3"), """
                a<3 cannot be had for linux
                  at requirements.txt:1
                  a 1 and 2 are yanked
                  -> take a 3 (requirements.txt:1), or pin a==2 yourself to take it although it is yanked""");
    }

    @Test
    void aPythonThatRefusesAllWheels() {
        for (int i = 1; i <= 7; i++) {
            world.release("a", "1." + i)
                    .python(">=3.1" + (1 + i))
                    .wheel("cp31" + (1 + i) + "-cp31" + (1 + i) + "-manylinux_2_17_x86_64")
                    .sdist();
        }
        world.release("a", "0.9").wheel("py3-none-any");
        says(Ask.of(world, "a>=1").on(World.LINUX, World.MAC), """
                a>=1 cannot be had for linux and mac
                  at requirements.txt:1
                  a 1.7 needs Python >=3.18
                  a 1.6 needs Python >=3.17
                  a 1.5 needs Python >=3.16
                  a 1.4 needs Python >=3.15
                  3 older releases of a cannot be used either
                  -> take a 0.9 (requirements.txt:1), or choose another target""");
    }

    @Test
    void theTargetsThatHaveAnAnswerAreNamed() {
        world.release("a", "1").wheel("cp311-cp311-manylinux_2_17_x86_64");
        says(Ask.of(world, "a").on(World.LINUX, World.WINDOWS), """
                a cannot be had for windows
                  at requirements.txt:1
                  a 1 has no wheel for windows, only for manylinux_2_17_x86_64
                  linux has an answer
                  -> choose another target, since no version of a would do""");
    }

    @Test
    void whatIsTriedReadsNoMoreThanIsWorthIt() {
        for (int i = 1; i <= 500; i++) {
            world.has("a", "1." + i, "b==1." + i).has("b", "1." + i, "c<2");
        }
        world.has("c", "1").has("c", "2").has("a", "0.1");
        says(Ask.of(world, "a>=1", "c==2"), """
                a and c cannot be had together for linux
                  requirements.txt:2 asks for c==2
                  requirements.txt:1 asks for a>=1
                  a 1.500 needs b==1.500
                  499 older releases of a need others, down to b==1.1
                  b 1.1 to 1.500 need c<2
                  -> take c 1 (requirements.txt:2)""");
    }

    private static void says(Ask ask, String text) {
        assertThat(ask.failure()).isEqualTo(text);
    }
}
