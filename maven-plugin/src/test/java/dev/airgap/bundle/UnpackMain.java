package dev.airgap.bundle;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Unpacks a tar in a process of its own, whose umask, zone and locale a test chooses. */
final class UnpackMain {

    private UnpackMain() {}

    public static void main(String[] args) {
        new Unpacker("test 1", Clock.systemUTC()).unpack(Path.of(args[0]), Path.of(args[1]), Optional.empty());
    }
}
