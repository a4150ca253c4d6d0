package dev.airgap.mojo;

/** Holds a {@code <hub>}: a server with the model Hub's contract. */
public final class HubElement {

    /** Names the hub, and its {@code <server>} in settings.xml. */
    private String id;

    /** Gives its root. */
    private String url;

    String id() {
        return id == null ? "" : id.trim();
    }

    String url() {
        return url == null ? "" : url.trim();
    }
}
