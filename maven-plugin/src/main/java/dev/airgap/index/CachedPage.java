package dev.airgap.index;

/**
 * Holds a page as the cache keeps it.
 *
 * @param known whether the index knows the name at all
 * @param bytes hold what {@link PageWriter} wrote, nothing where the name is not known
 * @param body where in the bytes that starts; it goes to their end
 */
record CachedPage(Validity validity, boolean known, byte[] bytes, int body) {}
