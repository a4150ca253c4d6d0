package dev.airgap.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Lets every parser read a fixed number of crooked inputs, always the same: it reads or refuses them, and comes to an
 * end. Profile {@code fuzz} looks for others, led by coverage.
 */
class ParsersTest {

    private static final int INPUTS = Integer.getInteger("airgap.inputs", 1_000);

    /** So generous that no slow machine meets it; an input that hangs does. */
    private static final Duration HANGS = Duration.ofMinutes(5);

    @TestFactory
    Stream<DynamicTest> readsOrRefuses() throws IOException {
        return Parsers.all().stream()
                .map(fuzzed -> dynamicTest(
                        fuzzed.name(), () -> assertTimeoutPreemptively(HANGS, () -> readsOrRefuses(fuzzed))));
    }

    private static void readsOrRefuses(Fuzzed fuzzed) {
        List<byte[]> known = new ArrayList<>(fuzzed.seeds());
        known.addAll(Parsers.found(fuzzed));
        known.add(new byte[0]);
        known.forEach(fuzzed::read);
        Mutations mutations = new Mutations(known, fuzzed.words());
        for (long number = 0; number < INPUTS; number++) {
            byte[] input = mutations.input(number);
            try {
                fuzzed.read(input);
            } catch (AssertionError | StackOverflowError | OutOfMemoryError failed) {
                int shown = Math.min(input.length, 200);
                throw new AssertionError(
                        fuzzed.name() + ", input " + number + " of " + input.length + " bytes, "
                                + HexFormat.of().formatHex(input, 0, shown),
                        failed);
            }
        }
    }
}
