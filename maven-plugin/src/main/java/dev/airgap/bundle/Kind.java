package dev.airgap.bundle;

/** Names what a file of a bundle is, as the manifest says it. */
public enum Kind {
    README("readme"),
    MANIFEST("manifest"),
    CHECKSUMS("checksums"),
    ENVIRONMENT("environment"),
    REQUIREMENTS("requirements"),
    PYLOCK("pylock"),
    WHEEL("wheel"),
    MODEL("model"),
    DATASET("dataset"),
    FILE("file");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** Returns the word that stands in the manifest; never null. */
    public String label() {
        return label;
    }

    /** Tells whether the plan makes such a file by itself, so that no caller may bring one. */
    boolean derived() {
        return this == README || this == MANIFEST || this == CHECKSUMS || this == ENVIRONMENT;
    }
}
