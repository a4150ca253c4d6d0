package dev.airgap.fault;

import java.util.Objects;

/**
 * Describes one thing that went wrong, in the words a person will read.
 *
 * @param what what happened, one sentence without a final full stop; never null
 * @param where POM element, file and line, target or address; empty where there is none
 * @param detail expected and actual, or the evidence, lines separated by LF; empty where there is none
 * @param next what to do next, one sentence; empty where nothing can be advised
 */
public record Fault(String what, String where, String detail, String next) {

    public Fault {
        Objects.requireNonNull(what);
        Objects.requireNonNull(where);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(next);
    }

    /** Makes a fault of a sentence alone. */
    public static Fault of(String what) {
        return new Fault(what, "", "", "");
    }

    public Fault at(String place) {
        return new Fault(what, place, detail, next);
    }

    public Fault because(String evidence) {
        return new Fault(what, where, evidence, next);
    }

    public Fault advise(String advice) {
        return new Fault(what, where, detail, advice);
    }

    /** Renders the fault as a person reads it: what, where, evidence indented, advice. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(what);
        if (!where.isEmpty()) {
            text.append("\n  at ").append(where);
        }
        if (!detail.isEmpty()) {
            text.append("\n  ").append(detail.replace("\n", "\n  "));
        }
        if (!next.isEmpty()) {
            text.append("\n  -> ").append(next);
        }
        return text.toString();
    }
}
