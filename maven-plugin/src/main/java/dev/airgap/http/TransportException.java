package dev.airgap.http;

import dev.airgap.fault.Fault;
import java.io.IOException;

/** Says why no answer came, in a sentence; trying again would not have helped, or was tried. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public TransportException(Fault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    public TransportException(Fault fault) {
        this(fault, null);
    }

    public Fault fault() {
        return fault;
    }
}
