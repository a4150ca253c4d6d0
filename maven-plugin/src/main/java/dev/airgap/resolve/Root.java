package dev.airgap.resolve;

import dev.airgap.python.Requirement;

/**
 * Holds a requirement or constraint as a user wrote it.
 *
 * @param requirement what is asked for
 * @param where the place, for people: {@code requirements.txt:3} or {@code <requirement> in pom.xml}
 */
public record Root(Requirement requirement, String where) {}
