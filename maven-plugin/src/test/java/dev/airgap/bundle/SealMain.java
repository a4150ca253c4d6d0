package dev.airgap.bundle;

import java.io.IOException;
import java.nio.file.Path;

/** Seals the usual sample in a process of its own, whose umask, zone, locale and user a test chooses. */
final class SealMain {

    private SealMain() {}

    public static void main(String[] args) throws IOException {
        Samples.usual().seal(Path.of(args[0]));
    }
}
