package dev.airgap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Holds what Maven said. */
public record Log(String text) {
    private static final String BEGIN = "Scanning for projects...";

    Log run(int number) {
        List<String> runs = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int next = text.indexOf(BEGIN, at + BEGIN.length());
            runs.add(text.substring(at, next < 0 ? text.length() : next));
            at = next;
        }
        assertThat(runs).as("runs of Maven").hasSizeGreaterThanOrEqualTo(number);
        return new Log(runs.get(number - 1));
    }

    /** Demands that each piece stands somewhere in the log, line breaks and runs of spaces counting as one space. */
    public Log says(String... pieces) {
        String flat = flat(text);
        for (String piece : pieces) {
            assertThat(flat.contains(flat(piece))).as("the log says: " + piece).isTrue();
        }
        return this;
    }

    /** Demands that none of the pieces stands in the log. */
    public Log hides(String... pieces) {
        for (String piece : pieces) {
            assertThat(text.contains(piece)).as("the log has: " + piece).isFalse();
        }
        return this;
    }

    /** Demands an error for people: no stack trace, no exception's name, no "null", and a sentence that says what next. */
    public Log failsInSentences() {
        List<String> advice = lines("]   -> ");
        assertThat(advice).as("what to do next").isNotEmpty().allMatch(line -> line.matches(".*  -> [A-Z].*[.:…?>]"));
        return says("BUILD FAILURE").hides("\tat ", "Exception:", "NullPointer", " null");
    }

    /** Gives the lines that hold a piece. */
    public List<String> lines(String piece) {
        return text.lines().filter(line -> line.contains(piece)).toList();
    }

    private static String flat(String text) {
        return text.replaceAll("\\R\\[(ERROR|INFO|WARNING)\\]", " ").replaceAll("\\s+", " ");
    }
}
