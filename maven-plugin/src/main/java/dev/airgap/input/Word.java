package dev.airgap.input;

/**
 * Holds one requirement, constraint, override or exclusion as a user gave it.
 *
 * @param text as written
 * @param where the place, for people: {@code <requirement> in pom.xml}
 */
public record Word(String text, String where) {}
