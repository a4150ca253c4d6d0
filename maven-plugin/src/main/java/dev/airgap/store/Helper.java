package dev.airgap.store;

import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.StoppedException;
import dev.airgap.http.Transport;
import dev.airgap.http.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Brings pieces of a file by a connection of its own, until there is none left or the server won't. */
final class Helper {

    private static final int BUFFER = 256 * 1024;

    private final Blob blob;
    private final Transport transport;
    private final Stop stop;
    private final Partial partial;
    private final String etag;
    private final byte[] buffer = new byte[BUFFER];
    private long from;
    private long at;

    /**
     * Makes a helper.
     *
     * @param etag strong; an answer of another one is of another file
     */
    Helper(Blob blob, Transport transport, Stop stop, Partial partial, String etag) {
        this.blob = blob;
        this.transport = transport;
        this.stop = stop;
        this.partial = partial;
        this.etag = etag;
    }

    /** Says how a piece ended: all of it came, the network failed, or the server gave something else. */
    enum End {
        WHOLE,
        CUT,
        REFUSED
    }

    /** Counts the bytes that came of the last piece. */
    long brought() {
        return at - from;
    }

    /**
     * Brings a piece, asking again after a cut that it got something before.
     *
     * @throws IOException where the disk fails
     */
    End bring(Spans.Claim claim) throws IOException {
        from = claim.from();
        at = from;
        while (at < claim.to()) {
            long before = at;
            Ask ask = Ask.file(blob.url())
                    .with("Range", "bytes=" + at + "-" + (claim.to() - 1))
                    .with("If-Range", etag)
                    .once();
            try {
                if (!stop.with(transport, ask, reply -> fits(reply, claim) && receive(reply, claim))) {
                    return End.REFUSED;
                }
            } catch (TransportException | StoppedException e) {
                return End.CUT;
            }
            if (at == before || stop.stopped()) {
                return End.CUT;
            }
        }
        return End.WHOLE;
    }

    /** Tells whether an answer is of the same file and begins where it should (RFC 9110, sections 14.4 and 15.3.7). */
    private boolean fits(Reply reply, Spans.Claim claim) {
        ContentRange range = ContentRange.parse(reply.header("Content-Range").orElse(""));
        return reply.status() == 206
                && range.first() == at
                && range.last() < claim.to()
                && range.total() == blob.size()
                && reply.header("Content-Encoding").isEmpty()
                && reply.header("ETag").equals(Optional.of(etag));
    }

    private boolean receive(Reply reply, Spans.Claim claim) throws IOException {
        InputStream body = reply.body();
        boolean ended = false;
        while (at < claim.to() && !ended) {
            int most = (int) Math.min(buffer.length, claim.to() - at);
            int filled = 0;
            while (filled < most && !ended) {
                try {
                    int read = body.read(buffer, filled, most - filled);
                    ended = read < 0;
                    filled += Math.max(0, read);
                } catch (IOException e) {
                    // Cut: what came before counts, the rest is asked for again.
                    ended = true;
                }
            }
            partial.write(buffer, filled, at);
            at += filled;
        }
        return true;
    }
}
