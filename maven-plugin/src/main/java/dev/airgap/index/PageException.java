package dev.airgap.index;

import java.io.IOException;

/** Says that an answer came whole and is no page; asking again would not help. */
final class PageException extends IOException {

    private static final long serialVersionUID = 1;

    PageException(String message) {
        super(message);
    }

    PageException(String message, Throwable cause) {
        super(message, cause);
    }
}
