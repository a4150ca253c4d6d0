package dev.airgap.lock.foreign;

import dev.airgap.fault.Letters;

/** Makes what stands in a file that anybody may have edited fit for a message: no control letters, not too long. */
final class Plain {

    private static final int LONG = 500;

    private Plain() {}

    static String text(String raw) {
        return raw == null ? "" : Letters.plain(raw, '?', LONG);
    }
}
