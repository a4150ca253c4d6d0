package dev.airgap.lock;

/** Says that a line can't be read; its message is a sentence without a full stop. */
final class TomlFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    final int line;

    TomlFault(int line, String message) {
        super(message);
        this.line = line;
    }
}
