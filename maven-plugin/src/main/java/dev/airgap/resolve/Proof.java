package dev.airgap.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Lists what a proof of no answer rests on: the incompatibilities that come from outside, each once. */
final class Proof {

    private Proof() {}

    /** Gives the leaves in the order in which the proof, read from its end, uses them. */
    static List<Incompatibility> leaves(Incompatibility contradiction) {
        List<Incompatibility> leaves = new ArrayList<>();
        Set<Incompatibility> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Incompatibility> open = new ArrayDeque<>();
        open.add(contradiction);
        seen.add(contradiction);
        Incompatibility next;
        while ((next = open.poll()) != null) {
            if (next.cause instanceof Cause.Conflict conflict) {
                if (seen.add(conflict.left())) {
                    open.add(conflict.left());
                }
                if (seen.add(conflict.right())) {
                    open.add(conflict.right());
                }
            } else {
                leaves.add(next);
            }
        }
        return leaves;
    }
}
