package dev.airgap.python;

/**
 * Holds the values of PEP 508's environment markers on a target.
 *
 * @param pythonFullVersion X.Y.Z where the patch release is known, else X.Y.0
 * @param implementationVersion likewise; PyPy counts its own releases
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
        boolean patchKnown) {

    public MarkerEnvironment {
        // An untagged build calls itself 3.14.0a1+, which is no version; packaging completes it like this.
        if (pythonFullVersion.endsWith("+")) {
            pythonFullVersion += "local";
        }
    }

    /** Gives the X.Y of implementation_version, whose patch release is as unknown as Python's own. */
    String implementationSeries() {
        int dot = implementationVersion.lastIndexOf('.');
        return dot < 0 ? implementationVersion : implementationVersion.substring(0, dot);
    }
}
