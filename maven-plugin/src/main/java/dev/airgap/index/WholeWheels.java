package dev.airgap.index;

import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Entry;
import java.util.Optional;

/** Gives whole wheels where their metadata cannot be had otherwise. */
public interface WholeWheels {

    /** Gives the wheel's file where it is at hand already; asks nobody. */
    Optional<Entry> present(WheelFile wheel);

    /** Reads a wheel that is at hand and compares its sha256; drops it where it is damaged. */
    boolean intact(Entry present);

    /**
     * Downloads the wheel, checks its sha256 where the index gives one, and keeps it.
     *
     * @throws dev.airgap.fault.FaultException where it cannot be had
     */
    Entry fetch(WheelFile wheel);
}
