package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import dev.airgap.python.PackageName;
import java.util.SortedSet;

/**
 * Holds one reason why there is no answer, and the packages that it is about.
 *
 * @param packages those that it is about; never null, sorted
 * @param unknown whether one of them is known to no index
 */
public record Unsolved(Fault fault, SortedSet<PackageName> packages, boolean unknown) {

    /** Puts other evidence in the fault's place. */
    public Unsolved because(String evidence) {
        return new Unsolved(fault.because(evidence), packages, unknown);
    }
}
