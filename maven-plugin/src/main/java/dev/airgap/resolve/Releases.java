package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import java.util.List;

/**
 * Lists the releases of one package at the index that owns it, ascending by version (PEP 440 order).
 * The position of a release is its identity for the solver, so an implementation never changes.
 * Wheels are asked for release by release: an implementation may parse them only then.
 */
public interface Releases {

    PackageName name();

    /** Names the index that owns the package; empty where no index knows it. */
    String index();

    /** Names all the indexes that wheels of it come from: the owner, and those its namespace spans (PEP 708). */
    default List<String> indexes() {
        return List.of(index());
    }

    /** Counts the releases, those without any wheel among them. */
    int size();

    Version version(int position);

    /** Lists the wheels of a release, yanked ones among them, in the index's order. */
    List<WheelFile> wheels(int position);

    /** Tells whether the release has a source distribution. */
    boolean hasSdist(int position);

    /** Says in a clause why nothing is shown though the index has releases; empty where the name is unknown, or known. */
    default String withheld() {
        return "";
    }

    default boolean isEmpty() {
        return size() == 0;
    }

    /** Gives the position of a version by PEP 440 equality, or -1. */
    default int position(Version version) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = version(middle).compareTo(version);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
