package dev.airgap.lock;

/** Writes one target's pins as a requirements file that pip installs to the letter: no more and no other wheels. */
public final class RequirementsTxt {

    private RequirementsTxt() {}

    /** Gives the bundle's {@code requirements/<target>.txt}, which finds its wheels beside it and asks no index. */
    public static String bundled(Lock lock, String target) {
        return text(lock, target, """
                # What %s gets from this bundle: pip install %s-r %s.txt
                --no-index
                --find-links ../wheels
                """.formatted(target, lock.isWithoutDependencies() ? "--no-deps " : "", target));
    }

    /** Gives the same pins for a side that has an index. */
    public static String indexed(Lock lock, String target) {
        String how = lock.isWithoutDependencies() ? ": pip install --no-deps -r %s.txt".formatted(target) : "";
        return text(lock, target, "# What %s gets, by airgap.lock%s\n".formatted(target, how));
    }

    private static String text(Lock lock, String target, String head) {
        StringBuilder text = new StringBuilder(head);
        text.append("--require-hashes\n--only-binary :all:\n");
        for (LockedPackage locked : lock.packages(target)) {
            text.append(locked.name()).append("==").append(locked.version());
            text.append(" \\\n    --hash=sha256:").append(locked.wheel(target).sha256());
            text.append('\n');
        }
        return text.toString();
    }
}
