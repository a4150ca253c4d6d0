package dev.airgap.lock.foreign;

/** Says that a lock has no extra or group that is asked for: not the lock's fault, but that of who asks. */
final class UnknownPartException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnknownPartException(String message) {
        super(message);
    }
}
