package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers independent faults, so that a user mends them all at once. */
final class Faults {

    private final List<Fault> faults = new ArrayList<>();
    private FaultException first;

    /** Does a piece of work; where it fails, keeps its faults and gives the substitute. */
    <T> T gather(T substitute, Supplier<T> work) {
        try {
            return work.get();
        } catch (FaultException e) {
            first = first == null ? e : first;
            faults.addAll(e.faults());
            return substitute;
        }
    }

    /** Tells whether nothing failed so far. */
    boolean isEmpty() {
        return first == null;
    }

    /** Throws what was gathered, if anything. */
    void raise() {
        if (first != null) {
            throw new FaultException(faults, first);
        }
    }
}
