package dev.airgap.input;

/**
 * Holds one requirement or constraint argument as a user gave it: a file, or a requirement as such.
 *
 * @param text as written
 * @param where the place, for people: {@code <requirement> in pom.xml}
 */
public record Word(String text, String where) {}
