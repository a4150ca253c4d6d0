package dev.airgap.store;

/**
 * Says when one file is worth several connections.
 *
 * @param worthwhile in bytes: a smaller file is there before more connections are made
 * @param piece in bytes: the least that a connection is sent for
 * @param connections that a run has at most where it shares a file; files of their own take the first of them
 */
record Split(long worthwhile, long piece, int connections) {

    /**
     * Measured with a server 40 ms away that holds a connection to 25 MB a second: 32 MiB took 1.4 s by one and 0.4 s by
     * eight, 16 MiB 0.7 s and 0.45 s, 8 MiB the same. Pieces of 2 MiB were no faster from there on.
     */
    static final Split USUAL = new Split(32L << 20, 8L << 20, 8);

    /** The most that is asked for at once: what lies ahead of the front is best hashed while it is still in memory. */
    private static final long GREATEST_PIECE = 64L << 20;

    /** Gives how much of a file of this size a connection is sent for; so small that all have work to the end. */
    long piece(long size) {
        return Math.max(piece, Math.min(GREATEST_PIECE, size / (4L * connections)));
    }
}
