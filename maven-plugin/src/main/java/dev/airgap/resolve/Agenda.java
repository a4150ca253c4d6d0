package dev.airgap.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Knows what is to be done next: which package is decided on next, and which decided ones have needs that were not
 * looked at. A package with one release left comes first, then those whose choices were rejected often, then the others
 * in the order in which they were discovered, which is breadth first.
 */
final class Agenda {

    private static final int REJECTIONS = 5;

    private final List<VersionVariable> discovered = new ArrayList<>();
    private final PriorityQueue<Long> waiting = new PriorityQueue<>();
    private final ArrayDeque<VersionVariable> dirty = new ArrayDeque<>();

    /** Notes that a variable was assigned. */
    void assigned(Variable variable, VersionSet before, VersionSet after) {
        if (after.mayBeAbsent()) {
            return;
        }
        if (variable instanceof NeedVariable need) {
            touch(need.version);
            return;
        }
        VersionVariable version = variable.version();
        discover(version);
        if (version.decided >= 0) {
            touch(version);
        } else if (before.mayBeAbsent() || (after.isSingle() && !before.isSingle())) {
            waiting.add(key(version, after.isSingle()));
        }
    }

    /** Notes that a package plays a part, in the order of these calls. */
    void discover(VersionVariable version) {
        if (version.seen < 0) {
            version.seen = discovered.size();
            discovered.add(version);
        }
    }

    /** Notes that a need may have been taken back: another that it covered has to be looked at. */
    void undone(NeedVariable need) {
        touch(need.version);
    }

    /** Notes that a decision was taken back. */
    void undecided(VersionVariable version) {
        waiting.add(key(version, false));
    }

    /** Notes that the choice for a package was taken back; tells whether it will now be decided on earlier. */
    boolean rejected(VersionVariable version) {
        version.rejections++;
        if (version.rejections < REJECTIONS || version.raised) {
            return false;
        }
        version.raised = true;
        if (version.seen >= 0) {
            waiting.add(key(version, false));
        }
        return true;
    }

    private void touch(VersionVariable version) {
        if (!version.dirty) {
            version.dirty = true;
            dirty.add(version);
        }
    }

    /** Takes the next package whose needs have to be looked at, or null. */
    VersionVariable nextDirty() {
        VersionVariable version = dirty.poll();
        if (version != null) {
            version.dirty = false;
        }
        return version;
    }

    /** Takes the next package to decide on, or null where all that are needed are decided. */
    VersionVariable next(Trail trail) {
        while (!waiting.isEmpty()) {
            long key = waiting.poll();
            VersionVariable version = discovered.get((int) key);
            VersionSet state = trail.state(version);
            if (version.decided >= 0 || state.mayBeAbsent()) {
                continue;
            }
            long now = key(version, state.isSingle());
            if (now > key) {
                waiting.add(now);
                continue;
            }
            return version;
        }
        return null;
    }

    /** Puts a package back that was taken but not decided on. */
    void putBack(VersionVariable version) {
        waiting.add(key(version, true));
    }

    private static long key(VersionVariable version, boolean single) {
        long rank = single ? 0 : version.raised ? 1 : 2;
        return rank << 32 | version.seen;
    }
}
