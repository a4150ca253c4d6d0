package dev.airgap.index;

import dev.airgap.http.Transport;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.resolve.Catalog;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Answers the solver from the indexes of a build; the front door of this package. Safe for several threads. */
public final class Indexes implements Catalog, Closeable {

    /**
     * Opens the indexes; sends nothing yet.
     *
     * @param sources in the order of the POM: the first that knows a name owns it
     * @param folder where parsed pages and metadata are cached; made where it is missing
     */
    public Indexes(
            List<IndexSource> sources,
            Transport transport,
            WholeWheels whole,
            Path folder,
            Freshness freshness,
            Clock clock) {}

    @Override
    public void prefetch(PackageName name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prefetch(WheelFile wheel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Releases releases(PackageName name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Metadata metadata(WheelFile wheel) {
        throw new UnsupportedOperationException();
    }

    /**
     * Fills in the size, and the sha256 where it is known by now. Where the sha256 is still empty after it, neither the
     * index nor this run knows it: the caller fetches the wheel whole.
     */
    public WheelFile complete(WheelFile wheel) {
        throw new UnsupportedOperationException();
    }

    /** Tells what the owning index says of the project as a whole. */
    public ProjectStatus status(PackageName name) {
        throw new UnsupportedOperationException();
    }

    /** Counts the work done so far. */
    public Counts counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
