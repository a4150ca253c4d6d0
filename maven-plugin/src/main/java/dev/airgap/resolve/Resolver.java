package dev.airgap.resolve;

/** Solves a problem against a catalog; the front door of this package. */
public interface Resolver {

    /**
     * Chooses versions and wheels for every target.
     *
     * @throws dev.airgap.fault.FaultException where there is no answer, with the explanation
     */
    Resolution resolve(Problem problem, Catalog catalog);
}
