package dev.airgap.python;

/**
 * Holds the values of PEP 508's environment markers on a target.
 *
 * @param pythonFullVersion X.Y.Z where the patch release is known, else X.Y.0
 * @param patchKnown whether pythonFullVersion names the real patch release
 */
public record MarkerEnvironment(
        String osName,
        String sysPlatform,
        String platformMachine,
        String platformPythonImplementation,
        String platformRelease,
        String platformSystem,
        String platformVersion,
        String pythonVersion,
        String pythonFullVersion,
        String implementationName,
        String implementationVersion,
        boolean patchKnown) {}
