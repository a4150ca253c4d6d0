package dev.airgap.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives small weight files that the formats' own libraries wrote, sound and crooked ones. */
public final class Weights {

    private static final String FOLDER = "maven-plugin/src/test/resources/weights";

    private Weights() {}

    /** Reads a file; {@code it/judges/weights.py} says what is in it. */
    public static byte[] sample(File basedir, String name) {
        Path root = Path.of(basedir.getPath()).toAbsolutePath();
        while (!Files.isDirectory(root.resolve(FOLDER))) {
            root = root.getParent();
        }
        try {
            return Files.readAllBytes(root.resolve(FOLDER).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
