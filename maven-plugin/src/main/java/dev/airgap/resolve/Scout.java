package dev.airgap.resolve;

import dev.airgap.python.Requirement;

/** Runs ahead of the solver, so that what it will ask for is on its way before it asks. */
class Scout {

    /** Notes a requirement that holds on targets. */
    void discovered(Requirement requirement, long targets) {}

    /** Notes that the choices for a package are rejected again and again. */
    void ahead(Candidates subject, VersionSet state, int position, long targets, boolean lowest, int rejections) {}
}
