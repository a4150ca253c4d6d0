package dev.airgap.http;

import java.io.InterruptedIOException;

/** Says that someone here, not the network, ended a request or a wait. */
public final class StoppedException extends InterruptedIOException {

    private static final long serialVersionUID = 1;

    public StoppedException() {
        super("stopped");
    }
}
