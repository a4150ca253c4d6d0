package dev.airgap.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.python.PackageName;
import org.junit.jupiter.api.Test;

/** Proves how several targets are solved together: versions are aligned where possible, and part where not. */
class TargetsTest {

    private final World world = new World();

    @Test
    void prefersAVersionThatFitsAll() {
        world.has("a", "1");
        world.release("a", "2").wheel("cp311-cp311-manylinux_2_17_x86_64");
        assertThat(Ask.of(world, "a").on(World.LINUX, World.MAC).pins()).isEqualTo("a 1");
        assertThat(Ask.of(world, "a").on(World.LINUX).pins()).isEqualTo("a 2");
    }

    @Test
    void eachTargetTakesItsOwnWheelAndItsOwnMetadata() {
        world.release("a", "1")
                .needs("nix")
                .wheel("cp311-cp311-manylinux_2_17_x86_64")
                .needs("apple")
                .wheel("cp311-cp311-macosx_11_0_arm64");
        world.has("nix", "1").has("apple", "1");
        Ask ask = Ask.of(world, "a").on(World.LINUX, World.MAC);
        assertThat(ask.pins()).isEqualTo("a 1, apple 1 on mac, nix 1 on linux");
        Pin pin = ask.solve().pins().get(0);
        assertThat(pin.wheels().get("linux")).isNotEqualTo(pin.wheels().get("mac"));
        assertThat(pin.dependencies().toString()).isEqualTo("{linux=[nix], mac=[apple]}");
    }

    @Test
    void aPackageNeededOnOneTargetNeedsNoWheelForTheOther() {
        world.has("a", "1", "win; sys_platform == 'win32'").has("win", "1");
        world.release("win", "2").needs("deep").wheel("cp311-cp311-win_amd64");
        world.release("deep", "1").wheel("cp311-cp311-win_amd64");
        assertThat(Ask.of(world, "a").on(World.LINUX, World.WINDOWS).pins())
                .isEqualTo("a 1, deep 1 on windows, win 2 on windows");
    }

    @Test
    void whereTwoTargetsNeedItTheVersionIsShared() {
        world.has("a", "1", "x<2; sys_platform == 'win32'", "x; sys_platform != 'win32'")
                .has("x", "1")
                .has("x", "2");
        assertThat(Ask.of(world, "a").on(World.LINUX, World.WINDOWS).pins()).isEqualTo("a 1, x 1");
    }

    @Test
    void partsWhereNoVersionFitsAll() {
        world.release("n", "1").wheel("cp311-cp311-win_amd64");
        world.release("n", "2").wheel("cp311-cp311-manylinux_2_17_x86_64").wheel("cp311-cp311-manylinux_2_17_aarch64");
        world.has("a", "1", "n", "m").has("m", "1").has("m", "2");
        Ask ask = Ask.of(world, "a").on(World.LINUX, World.WINDOWS, World.ARM);
        assertThat(ask.pins()).isEqualTo("a 1, m 2, n 1 on windows, n 2 on arm+linux");
        assertThat(ask.solve().notes())
                .containsExactly(
                        "n parts over the targets, for no version of it serves all of them: 1 on windows and 2 on arm and linux"
                                + ". n 1 has no wheel for linux, only for win_amd64"
                                + ". n 1 has no wheel for arm, only for win_amd64"
                                + ". n 2 has no wheel for windows, only for manylinux_2_17_x86_64 and manylinux_2_17_aarch64");
        assertThat(ask.solve().parted())
                .containsOnlyKeys(PackageName.of("n"))
                .containsValue("some releases have no usable wheel for linux, windows and arm");
    }

    /** Of many releases only the two that were chosen say why: the others' wheels would drown it. */
    @Test
    void saysOfTheChosenVersionsAloneWhyTheyParted() {
        for (int minor = 0; minor < 9; minor++) {
            world.release("n", "1." + minor).wheel(minor % 2 == 0 ? "cp311-cp311-win_amd64" : "cp310-cp310-win_amd64");
            world.release("n", "2." + minor).wheel("cp311-cp311-manylinux_2_17_x86_64");
        }
        assertThat(Ask.of(world, "n").on(World.LINUX, World.WINDOWS).solve().notes())
                .containsExactly(
                        "n parts over the targets, for no version of it serves all of them: 1.8 on windows and 2.8 on linux"
                                + ". n 1.8 has no wheel for linux, only for win_amd64"
                                + ". n 2.8 has no wheel for windows, only for manylinux_2_17_x86_64");
    }

    /** A version without the extra fits every target, and would take from one what the other can't have. */
    @Test
    void partsRatherThanLoseAnExtra() {
        world.release("g", "1").wheel("py3-none-any");
        world.release("g", "2").extras("fast").needs("v; extra == 'fast'").wheel("py3-none-any");
        world.release("v", "1").wheel("cp311-cp311-manylinux_2_17_x86_64");
        Ask ask = Ask.of(world, "g[fast]").on(World.LINUX, World.WINDOWS);
        assertThat(ask.pins()).isEqualTo("g 1 on windows, g 2 on linux, v 1 on linux");
        assertThat(ask.solve().notes())
                .containsExactly(
                        "g parts over the targets, for no version of it serves all of them: 1 on windows and 2 on linux."
                                + " The version that fits all of them lacks an extra that is asked for",
                        "g 1 has no extra fast; it has none");
        assertThat(Ask.of(world, "g[none]").on(World.LINUX, World.WINDOWS).pins())
                .isEqualTo("g 2");
    }

    @Test
    void partsWhereMarkersContradict() {
        world.has("a", "1", "n<2; sys_platform == 'win32'", "n>=2; sys_platform != 'win32'")
                .has("n", "1")
                .has("n", "2");
        assertThat(Ask.of(world, "a").on(World.LINUX, World.WINDOWS).pins())
                .isEqualTo("a 1, n 1 on windows, n 2 on linux");
    }

    @Test
    void partsAlongAChain() {
        world.has("p", "1", "q==1").has("p", "2", "q==2").has("r", "1");
        world.release("q", "1").wheel("cp311-cp311-win_amd64");
        world.release("q", "2").wheel("cp311-cp311-manylinux_2_17_x86_64");
        assertThat(Ask.of(world, "p", "r").on(World.LINUX, World.WINDOWS).pins())
                .isEqualTo("p 1 on windows, p 2 on linux, q 1 on windows, q 2 on linux, r 1");
    }

    @Test
    void partsForARootThatHoldsOnOneTarget() {
        world.has("n", "1").has("n", "2");
        assertThat(Ask.of(world, "n<2; sys_platform == 'win32'", "n>=2; sys_platform == 'linux'")
                        .on(World.LINUX, World.WINDOWS)
                        .pins())
                .isEqualTo("n 1 on windows, n 2 on linux");
    }

    @Test
    void aTargetThatFailsByItselfIsNamedAlone() {
        world.release("a", "1").sdist().wheel("cp311-cp311-manylinux_2_17_x86_64");
        assertThat(Ask.of(world, "a").on(World.LINUX, World.WINDOWS, World.MAC).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.what()).isEqualTo("a cannot be had for windows and mac");
                });
    }

    @Test
    void extrasHoldWhereTheyAreAskedFor() {
        world.release("web", "1").extras("x").needs("dep; extra == 'x'").wheel("py3-none-any");
        world.has("dep", "1").has("a", "1", "web", "web[x]; sys_platform == 'linux'");
        assertThat(Ask.of(world, "a").on(World.LINUX, World.MAC).pins()).isEqualTo("a 1, dep 1 on linux, web 1");
    }
}
