package dev.airgap.store;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.StatusFault;
import dev.airgap.http.Transport;
import dev.airgap.http.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches one blob into its partial file, going on where a former run or a cut connection left off, and hashes it in
 * the same pass.
 */
final class Download {

    /** Cuts in a row without a single new byte, before it is given up. */
    private static final int MOST_CUTS = 4;

    private static final int BUFFER = 256 * 1024;

    private final Blob blob;
    private final Transport transport;
    private final Tee tee;
    private final Progress progress;
    private final Stop stop;
    private final Partial partial;
    private final Check check;
    private final byte[] buffer;

    private long size;
    private long offset;
    private boolean replayed;

    Download(Blob blob, Transport transport, Tee tee, Progress progress, Stop stop, Partial partial) {
        this.blob = blob;
        this.transport = transport;
        this.tee = tee;
        this.progress = progress;
        this.stop = stop;
        this.partial = partial;
        this.check = new Check(blob);
        this.size = blob.size();
        this.buffer = new byte[size < 0 ? BUFFER : (int) Math.max(1, Math.min(BUFFER, size))];
    }

    /** Fetches and proves; gives the verdict, or throws with nothing kept where the content is wrong. */
    Check.Verdict run() throws IOException {
        check.start(size);
        progress.started(blob, resume());
        while (true) {
            transfer();
            Check.Verdict verdict = check.end();
            if (verdict.right()) {
                return verdict;
            }
            if (!replayed) {
                partial.drop();
                throw wrong(verdict);
            }
            // The part that a former run left may be what is damaged.
            restart();
        }
    }

    /** Takes up what a former run left; gives its length. */
    private long resume() throws IOException {
        long length = partial.length();
        boolean provable = !blob.sha256().isEmpty() || !blob.gitOid().isEmpty();
        boolean usable = length > 0
                && (size < 0 || length <= size)
                && (provable || partial.etag(blob.url()).isPresent())
                && (size >= 0 || !check.needsSize());
        if (!usable) {
            partial.clear();
            return 0;
        }
        while (offset < length) {
            int read = partial.read(buffer, offset);
            take(read);
        }
        replayed = true;
        return offset;
    }

    private void restart() throws IOException {
        boolean dirty = offset > 0;
        partial.clear();
        offset = 0;
        replayed = false;
        size = blob.size();
        check.start(size);
        if (dirty && tee != null) {
            tee.reset();
        }
    }

    /** Asks until all bytes are there. */
    private void transfer() throws IOException {
        int cuts = 0;
        boolean whole = size >= 0 && offset == size;
        while (!whole) {
            long before = offset;
            IOException cut;
            try {
                whole = ask();
                cut = null;
            } catch (CutException e) {
                cut = e.cut();
            }
            if (whole) {
                return;
            }
            cuts = offset > before ? 0 : cuts + 1;
            if (cuts > MOST_CUTS || stop.stopped()) {
                throw new TransportException(
                        new Fault(
                                "the connection broke again and again while " + blob.label() + " was fetched",
                                SafeUrl.text(blob.url()),
                                offset + " of " + (size < 0 ? "an unknown number of" : String.valueOf(size))
                                        + " bytes are there"
                                        + (cut == null
                                                ? ""
                                                : "\nlast: " + SafeUrl.printable(String.valueOf(cut.getMessage()))),
                                "run again: it goes on from there"),
                        cut);
            }
            if (cuts > 0) {
                stop.pause(Duration.ofMillis(100L << cuts));
            }
        }
    }

    /** Asks once for what is missing; tells whether all is there now. */
    private boolean ask() throws IOException {
        Ask ask = Ask.file(blob.url());
        Optional<String> etag = partial.etag(blob.url());
        if (offset > 0) {
            ask = ask.with("Range", "bytes=" + offset + "-");
            if (etag.isPresent()) {
                ask = ask.with("If-Range", etag.get());
            }
        }
        Reply reply = stop.send(transport, ask);
        try {
            return switch (reply.status()) {
                case 200 -> fromStart(reply);
                case 206 -> fromOffset(reply, etag);
                case 416 -> beyond(reply);
                default ->
                    throw new FaultException(
                            StatusFault.of(reply, blob.label(), blob.source()), new StatusException(reply.status()));
            };
        } finally {
            stop.done(reply);
        }
    }

    private boolean fromStart(Reply reply) throws IOException {
        if (offset > 0) {
            restart();
        }
        return receive(reply, reply.length());
    }

    private boolean fromOffset(Reply reply, Optional<String> noted) throws IOException {
        ContentRange range = ContentRange.parse(reply.header("Content-Range").orElse(""));
        Optional<String> etag = strong(reply);
        boolean same = noted.isEmpty() || etag.isEmpty() || noted.equals(etag);
        boolean fits = range.first() == offset && (size < 0 || range.total() < 0 || range.total() == size);
        if (offset == 0 || !same || !fits) {
            if (offset == 0) {
                throw unusable(reply, "a part of it though the whole was asked for");
            }
            // Another content, or a server that does not understand ranges: the whole of it then.
            restart();
            return false;
        }
        return receive(reply, range.total());
    }

    private boolean beyond(Reply reply) throws IOException {
        long total =
                ContentRange.parse(reply.header("Content-Range").orElse("")).total();
        if (offset == 0) {
            throw unusable(reply, "416 (no such range) though no range was asked for");
        }
        if (size < 0 && total == offset) {
            return true;
        }
        restart();
        return false;
    }

    private FaultException unusable(Reply reply, String what) {
        return new FaultException(new Fault(
                "the server gives " + what + ": " + blob.label(),
                SafeUrl.text(reply.url()),
                "",
                "correct the server, or a proxy on the way that changes answers"));
    }

    private boolean receive(Reply reply, long total) throws IOException {
        if (total >= 0 && size >= 0 && total != size) {
            throw new FaultException(new Fault(
                    blob.label() + " has another size than it should have",
                    SafeUrl.text(reply.url()),
                    "expected: " + size + " bytes\nactual: " + total + " bytes",
                    "lock again if the file was replaced on purpose; else ask who runs the server"));
        }
        if (size < 0 && total >= 0) {
            size = total;
            if (offset == 0) {
                check.start(size);
            }
        }
        if (size < 0 && check.needsSize()) {
            throw unusable(reply, "no length, without which a git oid can't be checked");
        }
        if (offset == 0) {
            partial.note(blob.url(), strong(reply));
        }
        InputStream body = reply.body();
        while (!stop.stopped()) {
            int filled = fill(body);
            boolean ended = filled < 0;
            int count = ended ? -filled - 1 : filled;
            if (size >= 0 && offset + count > size) {
                throw new FaultException(new Fault(
                        blob.label() + " is longer than it should be",
                        SafeUrl.text(reply.url()),
                        "expected: " + size + " bytes",
                        "lock again if the file was replaced on purpose; else ask who runs the server"));
            }
            if (count > 0) {
                partial.write(buffer, count, offset);
                take(count);
                progress.advanced(blob, count);
            }
            if (ended) {
                return size < 0 || offset == size;
            }
        }
        return false;
    }

    /** Fills the buffer; at the end of the body gives -1 minus the bytes read. What came before a cut is kept. */
    private int fill(InputStream body) throws IOException {
        int filled = 0;
        while (filled < buffer.length) {
            int read;
            try {
                read = body.read(buffer, filled, buffer.length - filled);
            } catch (IOException e) {
                if (filled == 0) {
                    throw new CutException(e);
                }
                return filled;
            }
            if (read < 0) {
                return -filled - 1;
            }
            filled += read;
        }
        return filled;
    }

    private void take(int count) throws IOException {
        check.update(buffer, 0, count);
        if (tee != null) {
            tee.write(offset, ByteBuffer.wrap(buffer, 0, count));
        }
        offset += count;
    }

    /** Gives the ETag if it promises the same bytes (RFC 9110, section 8.8.1): If-Range takes no weak one. */
    private static Optional<String> strong(Reply reply) {
        return reply.header("ETag").filter(tag -> tag.startsWith("\"") && tag.length() < 1000);
    }

    private FaultException wrong(Check.Verdict verdict) {
        return new FaultException(new Fault(
                blob.label() + " has the wrong checksum; nothing of it was kept",
                SafeUrl.text(blob.url()),
                "expected " + verdict.kind() + ": " + verdict.expected() + "\nactual " + verdict.kind() + ": "
                        + verdict.actual() + "\nbytes: " + check.bytes(),
                "lock again if the file was replaced on purpose; else ask who runs "
                        + (blob.source().isEmpty() ? "the server" : SafeUrl.printable(blob.source()))
                        + " or a proxy on the way"));
    }

    /** Carries a failed read of the network apart from a failed write to the disk. */
    private static final class CutException extends IOException {

        private static final long serialVersionUID = 1;

        CutException(IOException cut) {
            super(cut);
        }

        IOException cut() {
            return (IOException) getCause();
        }
    }

    /** Tells the status behind a fault. */
    static final class StatusException extends IOException {

        private static final long serialVersionUID = 1;

        private final int status;

        StatusException(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
