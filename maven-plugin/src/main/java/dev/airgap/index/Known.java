package dev.airgap.index;

/**
 * Holds what was learnt of a wheel.
 *
 * @param metadata its headers, see {@link HeaderLines}
 * @param size in bytes, or -1
 * @param sha256 computed from the whole wheel where the index gives none; else empty
 */
record Known(byte[] metadata, long size, String sha256) {}
