package dev.airgap.python;

import java.util.ArrayList;
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
    public MarkerNode extraPart() {
        List<MarkerNode> kept = new ArrayList<>();
        List<Boolean> joins = new ArrayList<>();
        boolean bare = true;
        for (int i = 0; i < ors.length; i++) {
            boolean or = i > 0 && ors[i];
            if (or && bare) {
                return null;
            }
            bare |= or;
            MarkerNode part = nodes.get(i).extraPart();
            if (part != null) {
                joins.add(bare);
                kept.add(part);
                bare = false;
            }
        }
        if (bare) {
            return null;
        }
        boolean[] joined = new boolean[kept.size()];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = joins.get(i);
        }
        return new MarkerGroup(List.copyOf(kept), joined);
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
