package dev.airgap.index;

import dev.airgap.http.Transport;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Blob;
import dev.airgap.store.Entry;
import dev.airgap.store.Progress;
import dev.airgap.store.Store;
import java.io.IOException;
import java.util.Optional;

/** Gives whole wheels out of the store, where the bundle will look for them too. */
public final class StoreWheels implements WholeWheels {

    private final Store store;
    private final Transport transport;
    private final Progress progress;

    public StoreWheels(Store store, Transport transport, Progress progress) {
        this.store = store;
        this.transport = transport;
        this.progress = progress;
    }

    @Override
    public Optional<Entry> present(WheelFile wheel) {
        return wheel.sha256().isEmpty() ? Optional.empty() : store.findEntry(wheel.sha256(), wheel.size());
    }

    @Override
    public boolean intact(Entry present) {
        try {
            return store.verify(present);
        } catch (IOException gone) {
            // What can't be read now may have been dropped by another build; fetching tells what is wrong with the
            // disk.
            return false;
        }
    }

    @Override
    public Entry fetch(WheelFile wheel) {
        Blob blob = new Blob(
                wheel.name().fileName(),
                IndexSource.configured(wheel.index()),
                wheel.url(),
                wheel.sha256(),
                "",
                wheel.size());
        return store.fetch(blob, transport, progress);
    }
}
