package dev.airgap.goal;

import java.util.Collection;
import java.util.List;

/**
 * Holds an index as declared: what goes into the lock's inputs, without mirrors and credentials.
 *
 * @param id the id that names its {@code <server>}, and itself in the lock
 * @param url its Simple root; empty for the default index
 * @param packages globs of the names that are asked here and only here; empty for all
 * @param where the place, for people
 * @param flat whether it is one page or folder of links to wheels (pip, find-links)
 * @param pom whether the POM itself names it, which allows plain http for its origin
 */
public record IndexSpec(String id, String url, List<String> packages, String where, boolean flat, boolean pom) {

    /** Gives the first of {@code extra-1}, {@code extra-2} and so on that no index has yet. */
    public static String freeId(String stem, Collection<String> taken) {
        int number = 1;
        while (taken.contains(stem + "-" + number)) {
            number++;
        }
        return stem + "-" + number;
    }
}
