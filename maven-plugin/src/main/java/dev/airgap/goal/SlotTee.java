package dev.airgap.goal;

import dev.airgap.bundle.Slot;
import dev.airgap.store.Tee;
import java.nio.ByteBuffer;

/**
 * Leads a blob's bytes into its place in the tar while they arrive, so that none is read twice. It offers the store no
 * channel: what lies there already is hashed on its way into the tar, for a damaged entry must never be sealed.
 */
record SlotTee(Slot slot) implements Tee {

    @Override
    public void write(long offset, ByteBuffer data) {
        slot.write(offset, data);
    }

    @Override
    public void reset() {
        slot.restart();
    }
}
