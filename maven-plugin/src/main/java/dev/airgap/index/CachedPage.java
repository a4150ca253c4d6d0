package dev.airgap.index;

/**
 * Holds a page as the cache keeps it.
 *
 * @param known whether the index knows the name at all
 * @param bytes hold the page's table as {@link PageWriter} wrote it
 * @param table where in the bytes it starts
 * @param end where it ends
 * @param blocks the wheels of each release
 */
record CachedPage(Validity validity, boolean known, byte[] bytes, int table, int end, Blocks blocks) {

    /** Says that the index does not know the name. */
    static CachedPage unknown(Validity validity) {
        return new CachedPage(validity, false, new byte[0], 0, 0, new Blocks.Held(new byte[0], 0));
    }

    CachedPage renewed(Validity other) {
        return new CachedPage(other, known, bytes, table, end, blocks);
    }
}
