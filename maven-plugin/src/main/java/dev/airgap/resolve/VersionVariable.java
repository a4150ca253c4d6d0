package dev.airgap.resolve;

import java.util.ArrayList;
import java.util.List;

/** Stands for the version of a package on a group of targets that have it in the same version. */
final class VersionVariable extends Variable {

    /** Whether and where it is needed: the package itself and its extras, in the order discovered. */
    final List<NeedVariable> needs = new ArrayList<>(2);

    /** The index of its decision on the trail, or -1. */
    int decided = -1;
    /** The place in the order in which packages were discovered, or -1. */
    int seen = -1;
    /** The release picked for it last, or -1. */
    int picked = -1;
    /** How often another release was picked for it. */
    int picks;
    /** How often its choice was found to be at fault. */
    int rejections;
    /** Whether it is tried before others, for it was rejected often. */
    boolean raised;
    /** Whether it waits for its dependencies to be looked at. */
    boolean dirty;

    /** What its being chosen at all stands for, where no {@link NeedVariable} is needed for it. */
    final Requirements requirements = new Requirements();

    VersionVariable(Candidates subject, long targets) {
        super(subject, targets, subject.all, subject.present);
    }

    @Override
    VersionVariable version() {
        return this;
    }

    /** Tells whether being chosen and being needed are the same, as they are where the group is one target. */
    boolean isNeed() {
        return (targets & (targets - 1)) == 0;
    }

    @Override
    public String toString() {
        return subject.name + "@" + Long.toBinaryString(targets);
    }
}
