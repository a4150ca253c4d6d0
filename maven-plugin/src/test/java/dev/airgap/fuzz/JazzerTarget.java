package dev.airgap.fuzz;

import java.io.IOException;

/** Hands what Jazzer makes up to one parser; Jazzer finds the two methods by their names. */
public final class JazzerTarget {

    private static Fuzzed fuzzed;

    private JazzerTarget() {}

    public static void fuzzerInitialize() throws IOException {
        fuzzed = Parsers.named(System.getProperty("fuzz.parser"));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        fuzzed.read(input);
    }
}
