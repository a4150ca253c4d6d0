package dev.airgap.mojo;

import dev.airgap.goal.Preset;

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

    /** Says whether it is an archive whose files are laid there instead of itself. */
    private String unpack;

    /** Says how many leading folders of the archive's names are dropped. */
    private String strip;

    /** Names a file that is known, in the place of url, sha256 and path: {@code tiktoken:cl100k_base}. */
    private String preset;

    /** Takes the text of {@code <file>tiktoken:cl100k_base</file>}, or an address; Maven calls it. */
    public void set(String word) {
        String text = word.trim();
        if (Preset.is(text)) {
            this.preset = text;
        } else {
            this.url = text;
        }
    }

    static FileElement of(String word) {
        FileElement element = new FileElement();
        element.set(word);
        return element;
    }

    String unpack() {
        return unpack == null ? "" : unpack.trim();
    }

    String strip() {
        return strip == null ? "" : strip.trim();
    }

    String preset() {
        return preset == null ? "" : preset.trim();
    }

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
