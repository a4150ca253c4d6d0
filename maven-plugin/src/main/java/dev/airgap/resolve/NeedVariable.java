package dev.airgap.resolve;

/** Stands for whether a package, or one of its extras, is needed on all targets of a set. */
final class NeedVariable extends Variable {

    private static final VersionSet EITHER = VersionSet.all(1);
    private static final VersionSet NEEDED = VersionSet.present(1);

    final VersionVariable version;
    /** The extra, normalised; empty for the package itself. */
    final String extra;

    final Requirements requirements = new Requirements();

    NeedVariable(VersionVariable version, String extra, long targets) {
        super(version.subject, targets, EITHER, NEEDED);
        this.version = version;
        this.extra = extra;
    }

    @Override
    VersionVariable version() {
        return version;
    }

    @Override
    public String toString() {
        return subject.name + "[" + extra + "]#" + Long.toBinaryString(targets);
    }
}
