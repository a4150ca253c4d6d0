package dev.airgap.mojo;

/** Holds an {@code <index>}: a Simple repository. */
public final class IndexElement {

    /** Names the index, and its {@code <server>} in settings.xml. */
    private String id;

    /** Gives the root of its Simple pages. */
    private String url;

    /** Lists globs of package names, separated by commas, that are asked here and only here. */
    private String packages;

    /** Leaves out what was uploaded to it later: a day, an instant, a period or {@code none}. */
    private String excludeNewer;

    String id() {
        return id == null ? "" : id.trim();
    }

    String url() {
        return url == null ? "" : url.trim();
    }

    String excludeNewer() {
        return excludeNewer == null ? "" : excludeNewer.trim();
    }

    String packages() {
        return packages == null ? "" : packages.trim();
    }
}
