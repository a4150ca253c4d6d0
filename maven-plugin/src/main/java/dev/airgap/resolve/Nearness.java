package dev.airgap.resolve;

import dev.airgap.python.Target;
import dev.airgap.python.WheelName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders wheels that a target can't use by how near they come to it. */
final class Nearness {

    /** Splits an interpreter tag (PEP 425, Python tag): {@code cp311} is CPython, 3 and 11. */
    private static final Pattern INTERPRETER = Pattern.compile("([a-z_]+)(\\d?)(\\d{0,4}).*");

    private static final String ANY_IMPLEMENTATION = "py";

    private final String implementation;
    private final int python;
    private final String kind;
    private final String machine;

    Nearness(Target target) {
        // The ladder begins with what fits best, the target's own interpreter.
        this.implementation = implementation(target.tags().tags().get(0).interpreter());
        this.python = number("x" + target.environment().pythonVersion().replace(".", ""));
        this.kind = kind(target.platform());
        this.machine = target.environment().platformMachine().toLowerCase(Locale.ROOT);
    }

    /** Orders by implementation, then by the distance of the Python versions; of two as near the newer comes first. */
    Comparator<WheelName> interpreters() {
        return Comparator.<WheelName>comparingInt(wheel -> strangeness(implementation(first(wheel))))
                .thenComparingInt(wheel -> Math.abs(number(first(wheel)) - python))
                .thenComparing(Comparator.<WheelName>comparingInt(wheel -> number(first(wheel)))
                        .reversed())
                .thenComparing(wheel -> String.join(".", wheel.abis()))
                .thenComparing(WheelName::fileName);
    }

    /** Orders platforms: those of the target's kind first, of these the ones for its processor. */
    Comparator<String> platforms() {
        return Comparator.<String>comparingInt(platform -> family(kind(platform)))
                .thenComparingInt(platform -> platform.endsWith(machine) ? 0 : 1);
    }

    private static String first(WheelName wheel) {
        List<String> interpreters = wheel.interpreters();
        return interpreters.get(0);
    }

    private int strangeness(String other) {
        return other.equals(implementation) ? 0 : other.equals(ANY_IMPLEMENTATION) ? 1 : 2;
    }

    /** The other C library is nearer than another system. */
    private int family(String other) {
        return other.equals(kind) ? 0 : other.endsWith("linux") && kind.endsWith("linux") ? 1 : 2;
    }

    /** Gives manylinux, musllinux, linux, macosx or win. */
    private static String kind(String platform) {
        String head = platform.substring(0, (platform + "_").indexOf('_')).replaceAll("[0-9].*", "");
        // A bare linux says nothing of the C library; indexes have manylinux.
        return head.equals("linux") ? "manylinux" : head;
    }

    private static String implementation(String interpreter) {
        Matcher parts = INTERPRETER.matcher(interpreter);
        return parts.matches() ? parts.group(1) : interpreter;
    }

    /** Gives 3011 for cp311; 3000 for py3, 0 where there is no number. */
    private static int number(String interpreter) {
        Matcher parts = INTERPRETER.matcher(interpreter);
        if (!parts.matches() || parts.group(2).isEmpty()) {
            return 0;
        }
        String minor = parts.group(3);
        return Integer.parseInt(parts.group(2)) * 1000 + (minor.isEmpty() ? 0 : Integer.parseInt(minor));
    }
}
