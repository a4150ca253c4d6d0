package dev.airgap.python;

import java.util.List;
import java.util.Set;

/**
 * Joins markers by {@code and} and {@code or}, {@code and} first.
 *
 * @param nodes at least one
 * @param ors whether {@code or} stands before the node at that place; the first counts for nothing
 */
record MarkerGroup(List<MarkerNode> nodes, boolean[] ors) implements MarkerNode {

    /** Judges every node even where the answer is known: what cannot be compared is an error wherever it stands. */
    @Override
    public boolean test(MarkerValues values) {
        boolean any = false;
        boolean all = true;
        for (int i = 0; i < ors.length; i++) {
            if (i > 0 && ors[i]) {
                any |= all;
                all = true;
            }
            all &= nodes.get(i).test(values);
        }
        return any || all;
    }

    @Override
    public boolean isPatchy() {
        for (MarkerNode node : nodes) {
            if (node.isPatchy()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void addCuts(String pythonVersion, Set<Long> cuts) {
        for (MarkerNode node : nodes) {
            node.addCuts(pythonVersion, cuts);
        }
    }

    @Override
    public String fault() {
        for (MarkerNode node : nodes) {
            String fault = node.fault();
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    @Override
    public void write(StringBuilder text, boolean nested) {
        if (ors.length == 1) {
            nodes.get(0).write(text, nested);
            return;
        }
        text.append(nested ? "(" : "");
        for (int i = 0; i < ors.length; i++) {
            text.append(i == 0 ? "" : ors[i] ? " or " : " and ");
            nodes.get(i).write(text, true);
        }
        text.append(nested ? ")" : "");
    }
}
