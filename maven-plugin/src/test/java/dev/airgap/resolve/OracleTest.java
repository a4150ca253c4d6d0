package dev.airgap.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.fault.FaultException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Throws universes by seed and lets a SAT solver and a plain checker judge: never a wrong no, never an invalid yes, the
 * same answer every time, and no package parts where all targets could agree. {@code -Dairgap.universes=100000} throws
 * more.
 */
class OracleTest {

    private static final int UNIVERSES = Integer.getInteger("airgap.universes", 10_000);

    @ParameterizedTest
    @CsvSource({"1,false,4", "1,true,4", "2,false,5", "2,true,8", "3,false,8", "3,true,8"})
    void neverAWrongNoAndNeverAnInvalidYes(int targets, boolean prereleases, int share) {
        List<Resolution> resolutions = IntStream.range(0, UNIVERSES / share)
                .parallel()
                .mapToObj(seed -> check(seed, targets, prereleases))
                .filter(Objects::nonNull)
                .toList();
        int solved = resolutions.size();
        long parted = resolutions.stream()
                .filter(resolution -> resolution.notes().stream().anyMatch(note -> note.contains("parts")))
                .count();
        // The dice are no use where all is easy or nothing goes.
        assertThat(solved).isBetween(UNIVERSES / share / 10, UNIVERSES / share * 9 / 10);
        assertThat(parted).isBetween(targets > 1 && !prereleases ? 1L : 0L, targets > 1 ? solved : 0L);
    }

    private static Resolution check(int seed, int targets, boolean prereleases) {
        Dice dice = new Dice(seed, targets, prereleases);
        List<Rules> rules = dice.problem.targets().stream()
                .map(target -> new Rules(dice, target))
                .collect(Collectors.toList());
        boolean solvable = rules.stream().allMatch(one -> Oracle.isSolvable(dice, List.of(one)));
        Resolution resolution = solve(dice, seed);
        assertThat(resolution != null).as("seed %s is solvable", seed).isEqualTo(solvable);
        Dice again = new Dice(seed, targets, prereleases);
        Resolution second = solve(again, seed);
        assertThat(second == null ? "" : text(second))
                .as("seed %s again", seed)
                .isEqualTo(resolution == null ? "" : text(resolution));
        if (resolution == null) {
            return null;
        }
        for (Rules one : rules) {
            try {
                new Judge(one, resolution).check();
            } catch (AssertionError wrong) {
                throw new AssertionError("seed " + seed + " on " + one.target.id() + ": " + text(resolution), wrong);
            }
        }
        boolean parted = resolution.notes().stream().anyMatch(note -> note.contains("parts"));
        if (parted && !prereleases) {
            assertThat(Oracle.isSolvable(dice, rules))
                    .as("seed %s together", seed)
                    .isFalse();
        }
        return resolution;
    }

    private static String text(Resolution resolution) {
        return resolution.pins().stream()
                .map(pin -> pin.name() + " " + pin.version() + " "
                        + pin.wheels().keySet() + pin.extras() + pin.dependencies())
                .collect(Collectors.joining("; "));
    }

    private static Resolution solve(Dice dice, int seed) {
        try {
            return new PubGrubResolver().resolve(dice.problem, dice.world);
        } catch (FaultException none) {
            assertThat(none.faults())
                    .allSatisfy(fault -> assertThat(fault.what()).isNotEmpty());
            return null;
        } catch (RuntimeException broken) {
            throw new AssertionError("seed " + seed, broken);
        }
    }
}
