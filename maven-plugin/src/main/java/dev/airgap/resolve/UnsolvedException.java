package dev.airgap.resolve;

import dev.airgap.fault.FaultException;
import java.util.List;

/** Says that the requirements have no answer, and why. */
public final class UnsolvedException extends FaultException {

    private static final long serialVersionUID = 1;

    private final transient List<Unsolved> unsolved;

    UnsolvedException(List<Unsolved> unsolved) {
        super(unsolved.stream().map(Unsolved::fault).toList());
        this.unsolved = List.copyOf(unsolved);
    }

    /** Lists the independent reasons, at least one. */
    public List<Unsolved> unsolved() {
        return unsolved;
    }
}
