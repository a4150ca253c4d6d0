package dev.airgap.index;

/**
 * Holds what was learnt of a wheel.
 *
 * @param metadata its headers, see {@link HeaderLines}
 * @param size in bytes, or -1
 * @param beside whether the headers are those of a file beside the wheel (PEP 658), which the wheel itself may belie
 * @param sha256 computed from the whole wheel where the index gives none; else empty
 */
record Known(byte[] metadata, long size, String sha256, boolean beside) {

    /** Says that the wheel itself has these headers. */
    Known proved() {
        return new Known(metadata, size, sha256, false);
    }
}
