package dev.airgap.bundle;

/** Counts what an archive unpacks to, and ends it where no honest one gets: a small file may hold terabytes of zeros. */
final class ArchiveLimits {

    static final int MOST_ENTRIES = 50_000;
    static final long MOST_BYTES = 64L << 30;

    /** Deflate's own bound is some 1,032; texts of much repetition have 20. */
    static final int MOST_RATIO = 200;

    /** What any archive may unpack to, however small it is. */
    private static final long FREE = 64L << 20;

    private final long most;
    private int entries;
    private long bytes;

    /** @param size the archive's own, in bytes */
    ArchiveLimits(long size) {
        this.most = Math.min(MOST_BYTES, Math.max(FREE, size > MOST_BYTES ? MOST_BYTES : size * MOST_RATIO));
    }

    void entry() throws ArchiveFlaw {
        entries++;
        if (entries > MOST_ENTRIES) {
            throw new ArchiveFlaw("it has more than " + MOST_ENTRIES + " entries");
        }
    }

    void bytes(long more) throws ArchiveFlaw {
        if (more > most - bytes) {
            throw new ArchiveFlaw("it unpacks to more than " + most + " bytes (at most " + MOST_RATIO
                    + " times its own size, and " + MOST_BYTES + ")");
        }
        bytes += more;
    }
}
