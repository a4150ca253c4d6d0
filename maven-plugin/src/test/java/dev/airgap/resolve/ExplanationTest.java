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
                  at requirements.txt:1 and requirements.txt:2
                  requirements.txt:1 asks for a>=2
                  requirements.txt:2 asks for a<2
                  no release of a matches >=2 and <2 together; the releases are 1.0, 1.5 and 2.0
                  -> loosen one of these requirements""");
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
                  at requirements.txt:1 and requirements.txt:2
                  requirements.txt:1 asks for x
                  x 1.0 to 1.1 need p<2
                  requirements.txt:2 asks for y
                  y 3 needs p>=2
                  no release of p matches <2 and >=2 together; the releases are 1 and 2
                  -> loosen one of these requirements""");
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
                No release of a can be used with all it needs for linux
                  at requirements.txt:1
                  requirements.txt:1 asks for a
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
                No release of mysqlclient can be used with all it needs for linux
                  at requirements.txt:1
                  requirements.txt:1 asks for mysqlclient<2.2.5
                  mysqlclient 2.2.4 has wheels for win_amd64 and macosx_11_0_arm64; none for linux; it has an sdist
                  mysqlclient 2.2.3 has no wheel for it either
                  -> choose another version or target, or build a wheel of mysqlclient and offer it in a folder or index""");
        says(Ask.of(world, "mysqlclient>=2.2.5"), """
                No release of mysqlclient can be used with all it needs for linux
                  at requirements.txt:1
                  requirements.txt:1 asks for mysqlclient>=2.2.5
                  mysqlclient 2.2.5 has wheels for cp312-cp312-manylinux_2_17_x86_64; none for linux; it has an sdist
                  -> choose another version or target, or build a wheel of mysqlclient and offer it in a folder or index""");
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
                No release of a can be used with all it needs for linux
                  at requirements.txt:1
                  requirements.txt:1 asks for a
                  a 1 has wheels for cp312-cp312-manylinux_2_17_x86_64, cp313-cp313-manylinux_2_17_x86_64, \
                cp313-cp313t-manylinux_2_17_x86_64, cp39-cp39-manylinux_2_17_x86_64 and 1 more; none for linux
                  -> choose another version or target""");
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
                No release of a can be used with all it needs for linux
                  at requirements.txt:1
                  requirements.txt:1 asks for a
                  a 1 has wheels for manylinux_2_40_x86_64, manylinux_2_17_aarch64, musllinux_1_2_x86_64, win_amd64 \
                and 1 more; none for linux
                  -> choose another version or target""");
    }

    @Test
    void onlySourceDistributions() {
        world.release("a", "1").sdist();
        world.release("a", "2").sdist();
        world.has("b", "1", "a");
        says(Ask.of(world, "b").on(World.LINUX, World.MAC), """
                No release of b can be used with all it needs for linux and mac
                  at requirements.txt:1
                  requirements.txt:1 asks for b
                  b 1 needs a
                  a 1 to 2 have sdists but no wheels
                  -> choose another version or target, or build a wheel of a and offer it in a folder or index""");
    }

    @Test
    void anotherPython() {
        world.release("a", "1").python(">=3.12").wheel("py3-none-any");
        world.release("a", "2").python(">=3.13").wheel("py3-none-any");
        says(Ask.of(world, "a"), """
                No release of a can be used with all it needs for linux
                  at requirements.txt:1
                  requirements.txt:1 asks for a
                  a 2 needs Python >=3.13
                  a 1 needs Python >=3.12
                  -> choose another version or target""");
    }

    @Test
    void aConstraintInTheWay() {
        world.has("a", "1", "b>=2").has("b", "1").has("b", "2");
        says(Ask.of(world, "a").under("b<2"), """
                No release of a can be used with all it needs for linux
                  at requirements.txt:1 and constraints.txt:1
                  requirements.txt:1 asks for a
                  a 1 needs b>=2
                  constraints.txt:1 allows only b<2
                  no release of b matches <2 and >=2 together; the releases are 1 and 2
                  -> loosen one of these requirements""");
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
                  at requirements.txt:1 and requirements.txt:2
                  requirements.txt:1 asks for web[fast]
                  web[fast] 1 needs loop>=2
                  requirements.txt:2 asks for loop<2
                  no release of loop matches <2 and >=2 together; the releases are 1 and 2
                  -> loosen one of these requirements""");
    }

    @Test
    void onlyYankedReleases() {
        world.release("a", "1").yanked("").wheel("py3-none-any");
        world.release("a", "2").yanked("loses data").wheel("py3-none-any");
        world.has("b", "1", "a==2");
        says(Ask.of(world, "b"), """
                No release of b can be used with all it needs for linux
                  at requirements.txt:1
                  requirements.txt:1 asks for b
                  b 1 needs a==2
                  a 2 is yanked (loses data)
                  -> choose another version or target, or pin a==2 yourself to take it although it is yanked""");
    }

    @Test
    void onlyAPreReleaseWouldDo() {
        world.has("a", "1.0", "x<2").has("a", "2.0rc1", "x>=2").has("x", "1").has("x", "2");
        says(Ask.of(world, "a", "x>=2"), """
                a and x cannot be had together for linux
                  at requirements.txt:1 and requirements.txt:2
                  requirements.txt:1 asks for a
                  a 1.0 needs x<2
                  a 2.0rc1 is a pre-release, which nothing asks for
                  requirements.txt:2 asks for x>=2
                  no release of x matches >=2 and <2 together; the releases are 1 and 2
                  -> ask for a>=2.0rc1 to take the pre-release, or allow them all by -Dairgap.prereleases=allow""");
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
                .contains("-> ask for a>=2.0rc1 to take the pre-release, or allow them all");
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
                  at requirements.txt:1 and requirements.txt:2
                  requirements.txt:1 asks for boto
                  boto 1.9 needs core==1.9
                  boto 1.8 needs core==1.8
                  boto 1.7 needs core==1.7
                  boto 1.6 needs core==1.6
                  boto 1.5 needs core==1.5
                  and 4 more such needs of older releases of boto
                  requirements.txt:2 asks for url>=2
                  core 1.1 to 1.9 need url<2
                  no release of url matches >=2 and <2 together; the releases are 1 and 2
                  -> loosen one of these requirements""");
    }

    private static void says(Ask ask, String text) {
        assertThat(ask.failure()).isEqualTo(text);
    }
}
