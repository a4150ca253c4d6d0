package dev.airgap.python;

import java.util.SortedSet;

/**
 * Holds a dependency (PEP 508).
 *
 * @param extras normalised, sorted; empty where none
 * @param specifiers {@link Specifiers#ANY} where none
 * @param url the direct reference after {@code @}, as written; empty where none
 * @param marker {@link Marker#ALWAYS} where none
 */
public record Requirement(
        PackageName name, SortedSet<String> extras, Specifiers specifiers, String url, Marker marker) {

    /**
     * Parses a dependency.
     *
     * @throws IllegalArgumentException where it is none, or its marker compares what has no comparison; names the place
     */
    public static Requirement parse(String raw) {
        return new RequirementParser(raw).parse();
    }

    /** Writes the dependency in PEP 508's form, names normalised. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.value());
        if (!extras.isEmpty()) {
            text.append('[').append(String.join(",", extras)).append(']');
        }
        text.append(specifiers);
        if (!url.isEmpty()) {
            text.append(" @ ").append(url).append(marker == Marker.ALWAYS ? "" : " ");
        }
        if (marker != Marker.ALWAYS) {
            text.append("; ").append(marker);
        }
        return text.toString();
    }
}
