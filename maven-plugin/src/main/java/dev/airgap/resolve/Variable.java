package dev.airgap.resolve;

import java.util.Arrays;

/**
 * Stands for one unknown of a run. It is either a {@link VersionVariable}, which release of a package, or a
 * {@link NeedVariable}, whether a package or an extra is needed on some targets.
 */
abstract sealed class Variable permits VersionVariable, NeedVariable {

    private static final Incompatibility[] NONE = {};

    final Candidates subject;
    /** The targets it is about, a bit each. */
    final long targets;
    /** Everything it may be at the start. */
    final VersionSet all;
    /** The values in which it stands for a need: whatever is not absent. */
    final VersionSet present;

    final VersionSet absent;

    /** The index of its latest assignment on the trail, or -1. */
    int last = -1;

    private Incompatibility[] watchers = NONE;
    private int watching;

    Variable(Candidates subject, long targets, VersionSet all, VersionSet present) {
        this.subject = subject;
        this.targets = targets;
        this.all = all;
        this.present = present;
        this.absent = present.not();
    }

    /** Gives the variable for the version that this one is about. */
    abstract VersionVariable version();

    void watch(Incompatibility incompatibility) {
        if (watching == watchers.length) {
            watchers = Arrays.copyOf(watchers, Math.max(4, watching * 2));
        }
        watchers[watching++] = incompatibility;
    }

    int watching() {
        return watching;
    }

    Incompatibility watcher(int index) {
        return watchers[index];
    }

    void keepWatcher(int index, Incompatibility incompatibility) {
        watchers[index] = incompatibility;
    }

    void truncateWatchers(int length) {
        Arrays.fill(watchers, length, watching, null);
        watching = length;
    }
}
