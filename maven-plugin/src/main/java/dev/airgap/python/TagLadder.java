package dev.airgap.python;

import java.util.List;

/** Holds the tags a target accepts, best first, and ranks wheels by them. */
public final class TagLadder {

    /** Makes a ladder of tags, best first; a tag that stands twice counts by its first place. */
    public static TagLadder of(List<Tag> tags) {
        throw new UnsupportedOperationException();
    }

    /** Gives the place of the best tag that the wheel has, 0 the best; -1 where none fits. */
    public int rank(WheelName wheel) {
        throw new UnsupportedOperationException();
    }

    /** Lists the tags, best first. */
    public List<Tag> tags() {
        throw new UnsupportedOperationException();
    }
}
