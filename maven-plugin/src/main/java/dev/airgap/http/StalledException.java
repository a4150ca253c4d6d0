package dev.airgap.http;

import java.io.IOException;

/** Says that a body came so slowly that it was broken off. */
public final class StalledException extends IOException {

    private static final long serialVersionUID = 1;

    StalledException(long bytes, long seconds) {
        super("only " + bytes + " bytes came within " + seconds + " seconds");
    }
}
