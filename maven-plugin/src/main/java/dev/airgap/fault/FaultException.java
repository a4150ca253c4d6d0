package dev.airgap.fault;

import java.util.List;
import java.util.stream.Collectors;

/** Carries one or more faults to the goal, which turns them into sentences. */
public class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public FaultException(List<Fault> faults, Throwable cause) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n\n")), cause);
        this.faults = List.copyOf(faults);
    }

    public FaultException(List<Fault> faults) {
        this(faults, null);
    }

    public FaultException(Fault fault) {
        this(List.of(fault), null);
    }

    public FaultException(Fault fault, Throwable cause) {
        this(List.of(fault), cause);
    }

    /** Lists the independent faults, at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
