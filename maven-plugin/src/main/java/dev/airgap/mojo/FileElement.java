package dev.airgap.mojo;

/** Holds a {@code <file>}: anything that is neither wheel nor snapshot. */
public final class FileElement {

    /** Names its {@code <server>} in settings.xml, where one is needed. */
    private String id;

    /** Gives where it is fetched. */
    private String url;

    /** Gives its SHA-256, hex; learnt at lock time where it is absent. */
    private String sha256;

    /** Says where it lies below {@code files/} in the bundle. */
    private String path;

    String id() {
        return id == null ? "" : id.trim();
    }

    String url() {
        return url == null ? "" : url.trim();
    }

    String sha256() {
        return sha256 == null ? "" : sha256.trim();
    }

    String path() {
        return path == null ? "" : path.trim();
    }
}
