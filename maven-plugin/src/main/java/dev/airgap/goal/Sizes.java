package dev.airgap.goal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes sizes as people read them; the same in every locale. */
final class Sizes {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    /** Gives a size in decimal units: 91.2 MB. */
    static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 || value >= 99.95
                ? String.format(Locale.ROOT, "%.0f %s", value, UNITS[unit])
                : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /** Joins counts; those of nothing are left out, {@code nothing} stands for nothing at all. */
    static String counts(String... counts) {
        String joined =
                Arrays.stream(counts).filter(count -> !count.startsWith("0 ")).collect(Collectors.joining(", "));
        return joined.isEmpty() ? "nothing" : joined;
    }

    /** Counts things: {@code 1 wheel}, {@code 92 wheels}. */
    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
