package dev.airgap.python;

import java.util.Set;

/**
 * Holds the values that a marker is judged by.
 *
 * @param extra the one extra at hand, normalised; empty where none is asked for
 * @param extras all extras asked for, normalised
 * @param groups all dependency groups asked for, normalised
 * @param fullVersion stands for python_full_version
 * @param implementationVersion stands for implementation_version
 */
record MarkerValues(
        MarkerEnvironment environment,
        String extra,
        Set<String> extras,
        Set<String> groups,
        String fullVersion,
        String implementationVersion) {

    String get(MarkerVariable variable) {
        return switch (variable) {
            case PYTHON_FULL_VERSION -> fullVersion;
            case PYTHON_VERSION -> environment.pythonVersion();
            case OS_NAME -> environment.osName();
            case SYS_PLATFORM -> environment.sysPlatform();
            case PLATFORM_PYTHON_IMPLEMENTATION -> environment.platformPythonImplementation();
            case PLATFORM_RELEASE -> environment.platformRelease();
            case PLATFORM_SYSTEM -> environment.platformSystem();
            case PLATFORM_VERSION -> environment.platformVersion();
            case PLATFORM_MACHINE -> environment.platformMachine();
            case IMPLEMENTATION_NAME -> environment.implementationName();
            case IMPLEMENTATION_VERSION -> implementationVersion;
            case EXTRA -> extra;
            case EXTRAS, DEPENDENCY_GROUPS -> throw new IllegalArgumentException(variable.word() + " is a set");
        };
    }

    /** Gives the set. */
    Set<String> set(MarkerVariable variable) {
        return variable == MarkerVariable.EXTRAS ? extras : groups;
    }
}
