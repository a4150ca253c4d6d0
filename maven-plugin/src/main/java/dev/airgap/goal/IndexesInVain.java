package dev.airgap.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells which indexes a project names for nothing. pip takes the best wheel of all indexes, and uv asks the extra ones
 * first; who comes from there would not see why the wheels of his second index are left aside.
 */
final class IndexesInVain {

    private IndexesInVain() {}

    /**
     * Gives a sentence for each index that no wheel was taken from, though it stands behind another and no list of
     * packages keeps names from it.
     *
     * @param order the ids of all indexes, in the order that they are asked
     * @param named those that the project names
     * @param used the ids of indexes that a wheel was taken from
     */
    static List<String> told(List<String> order, List<IndexSpec> named, Set<String> used) {
        List<String> told = new ArrayList<>();
        for (IndexSpec index : named) {
            if (order.indexOf(index.id()) > 0 && index.packages().isEmpty() && !used.contains(index.id())) {
                told.add("Index " + index.id() + " (" + index.where() + ") gave no wheel: the first index that knows a"
                        + " name owns it, and those before this one know all names. To take names from it, list it"
                        + " first, or give it <packages>.");
            }
        }
        return told;
    }
}
