package dev.airgap.bundle;

import java.io.IOException;
import java.io.InputStream;

/** Takes an archive's plain files, each as it comes. */
@FunctionalInterface
interface ArchiveVisitor {

    /**
     * Takes one.
     *
     * @param place its path below the bundle's root
     * @param content to be read to its end
     */
    void file(String place, InputStream content) throws IOException;
}
