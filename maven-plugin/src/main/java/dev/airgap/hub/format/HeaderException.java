package dev.airgap.hub.format;

import java.io.IOException;

/** Says what is wrong with a weight file, in words that stand after a colon. */
final class HeaderException extends IOException {

    private static final long serialVersionUID = 1;

    HeaderException(String message) {
        super(message);
    }

    HeaderException(String message, Throwable cause) {
        super(message, cause);
    }
}
