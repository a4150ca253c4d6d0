package dev.airgap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Keeps what passes a tee, and demands that it passes in order. */
class Recording implements Tee, Progress {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int resets;
    private long already = -1;
    private long advanced;
    private int finished;
    private int failed;

    @Override
    public void write(long offset, ByteBuffer data) {
        assertThat(offset).isEqualTo(bytes.size());
        byte[] copy = new byte[data.remaining()];
        data.get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public void reset() {
        bytes.reset();
        resets++;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    int resets() {
        return resets;
    }

    long already() {
        return already;
    }

    long advanced() {
        return advanced;
    }

    int finished() {
        return finished;
    }

    int failed() {
        return failed;
    }

    @Override
    public void started(Blob blob, long bytesAlready) {
        already = bytesAlready;
    }

    @Override
    public void advanced(Blob blob, long count) {
        advanced += count;
    }

    @Override
    public void finished(Blob blob, Entry entry) {
        finished++;
    }

    @Override
    public void failed(Blob blob, Exception cause) {
        failed++;
    }
}
