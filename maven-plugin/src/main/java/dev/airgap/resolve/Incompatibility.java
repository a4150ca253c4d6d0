package dev.airgap.resolve;

import java.util.Arrays;

/**
 * Holds terms that cannot all be true together. A term is a variable and the values it would have to be among.
 * Terms only ever grow, by releases that turn out to have the same dependency.
 */
final class Incompatibility {

    final Variable[] variables;
    final VersionSet[] sets;
    final Cause cause;

    /** Indexes of two terms that are looked at when their variables change; equal where there is one term, -1: none. */
    int watchA = -1;

    int watchB = -1;

    private Incompatibility(Variable[] variables, VersionSet[] sets, Cause cause) {
        this.variables = variables;
        this.sets = sets;
        this.cause = cause;
    }

    int size() {
        return variables.length;
    }

    /** Gives the index of the term about a variable, or -1. */
    int indexOf(Variable variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == variable) {
                return i;
            }
        }
        return -1;
    }

    /** Lets the term about a variable hold for one more release. */
    void widen(Variable variable, int position) {
        int index = indexOf(variable);
        sets[index] = sets[index].with(position);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < variables.length; i++) {
            text.append(i == 0 ? "" : " & ").append(variables[i]).append(sets[i]);
        }
        return text + " <- " + cause.getClass().getSimpleName();
    }

    /** Collects terms; terms about the same variable become one. */
    static final class Builder {

        private Variable[] variables = new Variable[4];
        private VersionSet[] sets = new VersionSet[4];
        private int size;
        private boolean impossible;

        /** Adds a term; one that always holds says nothing, one that never does makes the whole thing void. */
        Builder term(Variable variable, VersionSet set) {
            if (set.isAll()) {
                return this;
            }
            for (int i = 0; i < size; i++) {
                if (variables[i] == variable) {
                    sets[i] = sets[i].and(set);
                    impossible |= sets[i].isEmpty();
                    return this;
                }
            }
            impossible |= set.isEmpty();
            if (size == variables.length) {
                variables = Arrays.copyOf(variables, size * 2);
                sets = Arrays.copyOf(sets, size * 2);
            }
            variables[size] = variable;
            sets[size++] = set;
            return this;
        }

        /** Adds the terms of another but for the one about a variable. */
        Builder termsOf(Incompatibility other, Variable without) {
            for (int i = 0; i < other.variables.length; i++) {
                if (other.variables[i] != without) {
                    term(other.variables[i], other.sets[i]);
                }
            }
            return this;
        }

        /** Gives the incompatibility, or null where its terms can never be true together anyway. */
        Incompatibility because(Cause cause) {
            return impossible
                    ? null
                    : new Incompatibility(Arrays.copyOf(variables, size), Arrays.copyOf(sets, size), cause);
        }
    }
}
