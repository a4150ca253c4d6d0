package dev.airgap.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Proves how much is read, by counting: the cost that a person feels is fetched metadata. */
class EffortTest {

    private final World world = new World();

    @Test
    void readsNothingThatIsNotDecidedOn() {
        for (int i = 1; i <= 50; i++) {
            world.has("a", "1." + i, "b>=1." + i).has("b", "1." + i);
        }
        assertThat(Ask.of(world, "a").pins()).isEqualTo("a 1.50, b 1.50");
        assertThat(world.read).hasSize(2);
    }

    @Test
    void fetchesAheadWhereItBacktracks() {
        int releases = 400;
        for (int i = 0; i < releases; i++) {
            world.has("boto", "1." + i, "core>=1." + i + ",<1." + (i + 1));
            world.has("core", "1." + i, i < 30 ? "url<2" : "url>=2");
        }
        world.has("url", "1").has("url", "2");
        assertThat(Ask.of(world, "url<2", "boto").pins()).isEqualTo("boto 1.29, core 1.29, url 1");
        assertThat(world.read).hasSizeGreaterThan(700);
        assertThat(world.unannounced).hasSizeLessThan(15);
    }

    @Test
    void solvesThousandsOfRoots() {
        int count = 3_000;
        for (int i = 0; i < count; i++) {
            for (int version = 1; version <= 3; version++) {
                world.has("p" + i, "" + version, "p" + (i * 7 % (i + 1)) + ">=" + version, "p" + i / 2 + ">=1");
            }
        }
        String[] roots = IntStream.range(0, count).mapToObj(i -> "p" + i).toArray(String[]::new);
        List<Pin> pins = Ask.of(world, roots).on(World.LINUX, World.ARM).solve().pins();
        assertThat(pins)
                .hasSize(count)
                .allSatisfy(pin -> assertThat(pin.version()).hasToString("3"));
        assertThat(world.read).hasSize(count);
    }

    @Test
    void givesTheSameWhateverArrivesFirst() {
        for (int i = 0; i < 40; i++) {
            for (int version = 1; version <= 4; version++) {
                world.has("p" + i, "" + version, "p" + (i * 13 + version) % 40 + "<=" + (5 - version % 3));
            }
        }
        String first = Ask.of(world, "p1", "p2", "p3").pins();
        for (int i = 0; i < 20; i++) {
            assertThat(Ask.of(world, "p1", "p2", "p3").pins()).isEqualTo(first);
        }
    }
}
