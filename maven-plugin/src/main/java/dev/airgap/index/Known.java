package dev.airgap.index;

/**
 * Holds what was learnt of a wheel.
 *
 * @param metadata its headers, see {@link HeaderLines}
 * @param size in bytes, or -1
 * @param origin the origin that vouched for the headers, by a file beside the wheel (PEP 658) or by ranges of it; empty
 *     where the whole wheel was seen to have them
 * @param sha256 computed from the whole wheel where the index gives none; else empty
 */
record Known(byte[] metadata, long size, String sha256, String origin) {

    boolean isProved() {
        return origin.isEmpty();
    }

    /** Says that the wheel itself has these headers. */
    Known proved() {
        return new Known(metadata, size, sha256, "");
    }
}
