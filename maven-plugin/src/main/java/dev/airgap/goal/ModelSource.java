package dev.airgap.goal;

/**
 * Says what a snapshot comes from.
 *
 * @param text a path or coordinates, as written; empty for a hub
 */
public record ModelSource(Kind kind, String text) {

    /** Stands for the hub that a model names. */
    public static final ModelSource HUB = new ModelSource(Kind.HUB, "");

    /** Names a way to a snapshot; the words are those of the POM's elements. */
    public enum Kind {
        HUB("hub"),
        /** A folder that holds the files themselves. */
        FOLDER("folder"),
        /** A Hugging Face cache. */
        CACHE("cache"),
        /** A Maven artifact, an archive. */
        ARTIFACT("artifact");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Gives the element's name. */
        public String word() {
            return word;
        }
    }

    boolean isHub() {
        return kind == Kind.HUB;
    }

    /** Writes it as the lock has it: no absolute path, which is one machine's. */
    String pinned(Places places) {
        return switch (kind) {
            case HUB -> "";
            case ARTIFACT -> kind.word() + " " + text;
            case FOLDER, CACHE -> {
                String path = places.portable(text);
                yield path.isEmpty() ? kind.word() : kind.word() + " " + path;
            }
        };
    }
}
