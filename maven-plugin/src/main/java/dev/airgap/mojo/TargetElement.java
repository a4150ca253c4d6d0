package dev.airgap.mojo;

/** Holds a {@code <target>}: a word alone, or an id with an image and its platform. */
public final class TargetElement {

    /** Names the target; by default its canonical {@code interpreter-platform}. */
    private String id;

    /** Names a container image, for people and manifests where a platform is given too. */
    private String image;

    /** Says interpreter and platform: {@code cp311-manylinux_2_34_x86_64}. */
    private String platform;

    /** Takes the text of {@code <target>…</target>}; Maven calls it. */
    public void set(String word) {
        this.platform = word;
    }

    String id() {
        return id == null ? "" : id.trim();
    }

    String image() {
        return image == null ? "" : image.trim();
    }

    String spec() {
        return platform == null ? image() : platform.trim();
    }
}
