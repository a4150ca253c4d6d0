package dev.airgap.python;

import java.util.List;
import java.util.SortedSet;

/**
 * Holds what the solver needs of core metadata (PEP 566, 643, 685).
 *
 * @param extras the extras provided, normalised
 */
public record Metadata(
        PackageName name,
        Version version,
        Specifiers requiresPython,
        List<Requirement> requires,
        SortedSet<String> extras) {

    /** Parses a METADATA file, its description left aside; throws IllegalArgumentException where it is broken. */
    public static Metadata parse(byte[] content) {
        throw new UnsupportedOperationException();
    }
}
