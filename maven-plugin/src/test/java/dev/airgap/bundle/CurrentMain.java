package dev.airgap.bundle;

import java.nio.file.Path;

/** Asks whether a tar is current in a process of its own, whose loaded classes a test reads. */
final class CurrentMain {

    private CurrentMain() {}

    public static void main(String[] args) {
        if (!SealRecord.current(Path.of(args[0]), Path.of(args[1]), args[2])) {
            throw new IllegalStateException("not current");
        }
    }
}
