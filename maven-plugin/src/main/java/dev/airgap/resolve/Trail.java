package dev.airgap.resolve;

import java.util.Arrays;

/**
 * Holds the partial solution: assignments in the order made, each the state of one variable after it, with its cause
 * and the decision level it belongs to.
 */
final class Trail {

    private final Agenda agenda;

    private Variable[] variables = new Variable[256];
    private VersionSet[] states = new VersionSet[256];
    private Incompatibility[] causes = new Incompatibility[256];
    private int[] levels = new int[256];
    private int[] previous = new int[256];
    private int size;
    private int level;

    Trail(Agenda agenda) {
        this.agenda = agenda;
    }

    int size() {
        return size;
    }

    /** Counts the decisions made. */
    int level() {
        return level;
    }

    VersionSet state(Variable variable) {
        return variable.last < 0 ? variable.all : states[variable.last];
    }

    /** Gives what a variable may be whatever is decided. */
    VersionSet ground(Variable variable) {
        int index = variable.last;
        while (index >= 0 && levels[index] > 0) {
            index = previous[index];
        }
        return index < 0 ? variable.all : states[index];
    }

    boolean isPresent(Variable variable) {
        return !state(variable).mayBeAbsent();
    }

    /** Gives the position of the release decided on; asked only of a decided variable. */
    int decision(VersionVariable variable) {
        return states[variable.decided].lowest();
    }

    Variable variable(int index) {
        return variables[index];
    }

    /** Gives the cause of an assignment, null where it is a decision. */
    Incompatibility cause(int index) {
        return causes[index];
    }

    int level(int index) {
        return levels[index];
    }

    /** Gives the values that an assignment by itself left to its variable. */
    VersionSet own(int index) {
        Incompatibility cause = causes[index];
        return cause == null ? states[index] : cause.sets[cause.indexOf(variables[index])].not();
    }

    void decide(VersionVariable variable, int position) {
        level++;
        variable.decided = size;
        push(variable, VersionSet.only(variable.subject.size, position), null);
    }

    /** Takes values from a variable, as a cause demands. */
    void exclude(Variable variable, VersionSet values, Incompatibility cause) {
        push(variable, state(variable).minus(values), cause);
    }

    private void push(Variable variable, VersionSet state, Incompatibility cause) {
        if (size == variables.length) {
            int length = size * 2;
            variables = Arrays.copyOf(variables, length);
            states = Arrays.copyOf(states, length);
            causes = Arrays.copyOf(causes, length);
            levels = Arrays.copyOf(levels, length);
            previous = Arrays.copyOf(previous, length);
        }
        VersionSet before = state(variable);
        variables[size] = variable;
        states[size] = state;
        causes[size] = cause;
        levels[size] = level;
        previous[size] = variable.last;
        variable.last = size++;
        agenda.assigned(variable, before, state);
    }

    /** Takes back every assignment above a level. */
    void backtrack(int toLevel) {
        while (size > 0 && levels[size - 1] > toLevel) {
            size--;
            Variable variable = variables[size];
            variable.last = previous[size];
            if (variable instanceof NeedVariable need) {
                agenda.undone(need);
            } else if (variable.version().decided == size) {
                variable.version().decided = -1;
                agenda.undecided(variable.version());
            }
            variables[size] = null;
            states[size] = null;
            causes[size] = null;
        }
        level = toLevel;
    }

    /**
     * Finds the first assignment after which a variable is among some values; it must be so by now, and not from the
     * start.
     */
    int satisfier(Variable variable, VersionSet values) {
        return satisfier(variable.last, values);
    }

    /** Finds the first assignment of a variable, up to one of them, after which it is among some values. */
    int satisfier(int latest, VersionSet values) {
        int index = latest;
        while (previous[index] >= 0 && states[previous[index]].subsetOf(values)) {
            index = previous[index];
        }
        return index;
    }

    /** Gives the assignment of the same variable before one, or -1. */
    int previous(int index) {
        return previous[index];
    }
}
