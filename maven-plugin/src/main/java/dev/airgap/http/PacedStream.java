package dev.airgap.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Breaks off a body that trickles. A read that gives nothing at all ends by the read timeout. */
final class PacedStream extends FilterInputStream {

    private final Pace pace;
    private long began;
    private long bytes;

    PacedStream(InputStream in, Pace pace) {
        super(in);
        this.pace = pace;
        this.began = pace.nanos().getAsLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = in.read(buffer, from, length);
        if (count > 0) {
            bytes += count;
            judge();
        }
        return count;
    }

    private void judge() throws IOException {
        long now = pace.nanos().getAsLong();
        long passed = now - began;
        if (passed < pace.window().toNanos()) {
            return;
        }
        // A caller that was busy itself, with a slow disk, has the bytes of that time waiting: it is judged by what
        // came.
        if (bytes < pace.bytesPerSecond() * (passed / 1e9)) {
            throw new StalledException(bytes, passed / 1_000_000_000);
        }
        began = now;
        bytes = 0;
    }
}
