package dev.airgap.input;

/**
 * Holds an option of a requirements file that speaks of the whole run.
 *
 * @param name its long name, {@code --index-url}
 * @param value empty where it has none; variables put in; a folder of {@code --find-links} that lies beside the file is
 *     absolute
 * @param where the place, for people
 */
public record Option(String name, String value, String where) {

    /** Hides the value, which may carry a password. */
    @Override
    public String toString() {
        return name + " in " + where;
    }
}
