package dev.airgap.lock;

/**
 * Says where a snapshot stands in the bundle.
 *
 * @param hub whether it stands in the Hub's own cache, below {@code models/hub}
 * @param flat its folder below {@code models/flat}; empty where it does not stand there
 */
public record ModelLayout(boolean hub, String flat) {

    /** The layout of a model of which nothing is said: the Hub's cache alone. */
    public static final ModelLayout HUB = new ModelLayout(true, "");

    /** Names the Hub's cache, in the POM and in the lock. */
    public static final String HUB_WORD = "hub";

    /** Names a plain folder, in the POM and in the lock. */
    public static final String FLAT_WORD = "flat";

    public ModelLayout {
        if (!flat.isEmpty()) {
            Rules.path(flat);
        } else if (!hub) {
            throw new IllegalArgumentException("a model must have a layout: hub, flat or both");
        }
    }

    /** Tells whether it stands in a plain folder. */
    public boolean isFlat() {
        return !flat.isEmpty();
    }
}
