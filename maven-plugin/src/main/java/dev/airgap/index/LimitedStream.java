package dev.airgap.index;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to give more than so many bytes, so that an endless answer ends. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long given;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = in.read(bytes, from, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int more) throws IOException {
        given += more;
        if (given > limit) {
            throw new PageException("the answer has more than " + limit + " bytes");
        }
    }
}
