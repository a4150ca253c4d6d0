package dev.airgap.resolve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Says how a run goes about it: for which targets, and which packages may differ between which of them. */
final class Plan {

    /** The targets solved for, a bit each. */
    final long targets;

    private final long[] together;
    private final Map<Candidates, long[]> parted = new HashMap<>();
    /** Packages that need not be what another target has. */
    private final Set<Candidates> free = new HashSet<>();
    /** Packages whose pre-releases some release was seen to ask for. */
    final Set<Candidates> admitted = new HashSet<>();

    Plan(long targets) {
        this.targets = targets;
        this.together = new long[] {targets};
    }

    /** Lists the groups of targets that have a package in the same version. */
    long[] groups(Candidates candidates) {
        return parted.getOrDefault(candidates, together);
    }

    void part(Candidates candidates, long[] groups) {
        parted.put(candidates, groups);
    }

    /** Lets a package differ on each target, without a liking for what another target has. */
    void free(Candidates candidates) {
        long[] each = new long[Long.bitCount(targets)];
        long rest = targets;
        for (int i = 0; i < each.length; i++) {
            each[i] = rest & -rest;
            rest &= rest - 1;
        }
        part(candidates, each);
        free.add(candidates);
    }

    boolean isFree(Candidates candidates) {
        return free.contains(candidates);
    }

    /** Gives the group that a target belongs to. */
    long group(Candidates candidates, int target) {
        long bit = 1L << target;
        for (long group : groups(candidates)) {
            if ((group & bit) != 0) {
                return group;
            }
        }
        throw new IllegalArgumentException(
                "target " + target + " is in none of " + Arrays.toString(groups(candidates)));
    }
}
