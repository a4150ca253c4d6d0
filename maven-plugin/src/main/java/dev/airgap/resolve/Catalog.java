package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;

/**
 * Answers what the solver asks: which releases a package has, and what a wheel's metadata says.
 * An index answers it, and so can a builder; both may be asked from several threads.
 */
public interface Catalog {

    /** Says that the releases of a package will be asked for soon; returns at once. */
    void prefetch(PackageName name);

    /** Says that the metadata of a wheel will be asked for soon; returns at once. */
    void prefetch(WheelFile wheel);

    /**
     * Gives the releases of a package; waits for them where they are still on their way.
     * A name that no index knows gives {@link Releases#isEmpty() empty} releases, never null.
     */
    Releases releases(PackageName name);

    /**
     * Gives the one release that a direct requirement names by its address.
     *
     * @param direct a requirement with a url
     * @throws FaultException where the address gives no wheel of that package, or this catalog takes no addresses
     */
    default Releases releases(Requirement direct) {
        throw new FaultException(
                Fault.of(direct.name() + " is asked for by an address, and addresses are not taken here")
                        .because(direct.url())
                        .advise("ask for the package by its name and version"));
    }

    /** Gives the core metadata of a wheel, as it agrees with the wheel's own name and version. */
    Metadata metadata(WheelFile wheel);
}
