package dev.airgap.python;

import java.util.List;

/**
 * Holds a wheel's file name, parsed (PEP 427).
 *
 * @param fileName as the index wrote it
 * @param build the build tag as written, empty where none
 * @param interpreters the compressed tag set's parts; legacy names as written
 */
public record WheelName(
        String fileName,
        PackageName name,
        Version version,
        String build,
        List<String> interpreters,
        List<String> abis,
        List<String> platforms) {

    /** Parses a file name; throws IllegalArgumentException where it is no wheel's. */
    public static WheelName parse(String fileName) {
        throw new UnsupportedOperationException();
    }
}
