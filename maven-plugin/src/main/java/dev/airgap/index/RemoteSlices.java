package dev.airgap.index;

import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;

/** Reads parts of a file on the network by ranges; its end is at hand from the start. For one thread. */
final class RemoteSlices implements Slices {

    private final Ranges ranges;
    private final URI url;
    private final String id;
    private final long size;
    private byte[] tail;

    /** Starts from the end of the file, which has been read already. */
    RemoteSlices(Ranges ranges, URI url, String id, long size, byte[] tail) {
        this.ranges = ranges;
        this.url = url;
        this.id = id;
        this.size = size;
        this.tail = tail;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long from, int count) throws IOException {
        long tailStart = size - tail.length;
        if (from < tailStart && from + count < tailStart) {
            return fetch(from, count);
        }
        if (from < tailStart) {
            // The central directory of a great wheel. METADATA mostly stands shortly before it, behind it RECORD, which
            // grows with the directory.
            long start = Math.max(0, from - Math.max(Ranges.TAIL, count));
            byte[] more = fetch(start, Math.toIntExact(tailStart - start));
            byte[] longer = Arrays.copyOf(more, more.length + tail.length);
            System.arraycopy(tail, 0, longer, more.length, tail.length);
            tail = longer;
            tailStart = start;
        }
        int place = (int) (from - tailStart);
        return Arrays.copyOfRange(tail, place, place + count);
    }

    private byte[] fetch(long from, int count) throws IOException {
        Ask ask = Ranges.ask(url, "bytes=" + from + "-" + (from + count - 1));
        try (Reply reply = ranges.send(ask, id)) {
            ContentRange got = ContentRange.of(reply);
            if (reply.status() != 206 || got == null) {
                throw new IOException("the server answered " + reply.status() + " where a range was asked for");
            }
            if (!got.equals(new ContentRange(from, from + count - 1, size))) {
                throw new IOException("bytes " + from + "-" + (from + count - 1) + "/" + size + " were asked for and "
                        + got + " came: the file changed while it was read");
            }
            return ContentRange.exactly(reply, count);
        }
    }
}
