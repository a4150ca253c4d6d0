package dev.airgap.input;

/** Says that a requirement is well understood but of a kind that can't be locked today, and what to do instead. */
final class UnsupportedRequirement extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String next;

    UnsupportedRequirement(String message, String next) {
        super(message);
        this.next = next;
    }

    String next() {
        return next;
    }
}
