package dev.airgap.index;

import java.io.IOException;

/** Says what is wrong with a wheel as an archive, in words that stand after a colon. */
final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1;

    ArchiveException(String message) {
        super(message);
    }
}
