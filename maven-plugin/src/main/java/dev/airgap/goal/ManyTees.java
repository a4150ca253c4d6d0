package dev.airgap.goal;

import dev.airgap.store.Tee;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Leads the same bytes to several places, where two files of a bundle have the same content. */
record ManyTees(List<Tee> tees) implements Tee {

    @Override
    public void write(long offset, ByteBuffer data) throws IOException {
        for (Tee tee : tees) {
            tee.write(offset, data.duplicate());
        }
        data.position(data.limit());
    }

    @Override
    public void reset() throws IOException {
        for (Tee tee : tees) {
            tee.reset();
        }
    }
}
