package dev.airgap.store;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Takes in a blob's bytes in order: into the partial file, the hash and the tee, in one pass. */
final class Intake {

    /** Sixteen at once stay far below a heap of 256 MB; bigger ones were no faster. */
    private static final int BUFFER = 256 * 1024;

    private final Blob blob;
    private final Partial partial;
    private final Tee tee;
    private final Progress progress;
    private final Check check;
    private final byte[] buffer;

    private long size;
    private long offset;
    private boolean replayed;
    private IOException cut;

    /**
     * Begins at 0.
     *
     * @param tee null for none
     */
    Intake(Blob blob, Partial partial, Tee tee, Progress progress) {
        this.blob = blob;
        this.partial = partial;
        this.tee = tee;
        this.progress = progress;
        this.check = new Check(blob);
        this.size = blob.size();
        this.buffer = new byte[size < 0 ? BUFFER : (int) Math.max(1, Math.min(BUFFER, size))];
        check.start(size);
    }

    /** Tells how many bytes are there. */
    long offset() {
        return offset;
    }

    /** Tells how many there should be, or -1. */
    long size() {
        return size;
    }

    boolean whole() {
        return size >= 0 && offset == size;
    }

    /** Tells whether a former run's bytes are among those taken in. */
    boolean replayed() {
        return replayed;
    }

    /** Takes the size from an answer, where the blob names none; false where it is needed and still unknown. */
    boolean learn(long total) {
        if (size < 0 && total >= 0) {
            size = total;
            if (offset == 0) {
                check.start(size);
            }
        }
        return size >= 0 || !check.needsSize();
    }

    /** Takes up what a former run left, if it can be told right from wrong in the end; gives its length. */
    long replay() throws IOException {
        long there = partial.there();
        Optional<String> etag = partial.etag(blob.url());
        boolean provable = !blob.sha256().isEmpty() || !blob.gitOid().isEmpty();
        boolean usable = there > 0
                && (size < 0 ? !partial.isScattered() : partial.length() <= size)
                && (provable || etag.isPresent())
                && (size >= 0 || !check.needsSize());
        if (!usable) {
            partial.clear();
            return 0;
        }
        replayed = true;
        takeUp(partial.front());
        return there;
    }

    /** Takes in what lies in the partial file already, up to an offset: as a rule from memory, for it has just come. */
    void takeUp(long until) throws IOException {
        while (offset < until) {
            int count = partial.read(buffer, (int) Math.min(buffer.length, until - offset), offset);
            if (count == 0) {
                throw new IOException("the partial file of " + blob.label() + " was cut at " + offset + " by somebody");
            }
            take(count);
        }
    }

    /** Forgets all and begins again at 0. */
    void restart() throws IOException {
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

    /**
     * Takes in a body up to its end, or until stopped.
     *
     * @param until where to end before that: an offset in the file
     * @return whether the end was seen, be it too early
     * @throws CutException where the network failed; what came before is kept
     * @throws OverlongException where more came than there should be
     */
    boolean drain(InputStream body, Stop stop, long until) throws IOException {
        cut = null;
        while (!stop.stopped()) {
            int filled = fill(body, (int) Math.min(buffer.length, until - offset));
            boolean ended = filled < 0;
            int count = ended ? -filled - 1 : filled;
            if (size >= 0 && offset + count > size) {
                throw new OverlongException();
            }
            if (count > 0) {
                partial.write(buffer, count, offset);
                take(count);
                progress.advanced(blob, count);
            }
            if (cut != null) {
                throw new CutException(cut);
            }
            if (ended || offset == until) {
                return true;
            }
        }
        return false;
    }

    /** Lets pass what is there already of a body that brings it once more. */
    void skip(InputStream body, Stop stop) throws IOException {
        for (long left = offset; left > 0 && !stop.stopped(); ) {
            int count;
            try {
                count = body.read(buffer, 0, (int) Math.min(buffer.length, left));
            } catch (IOException e) {
                throw new CutException(e);
            }
            if (count < 0) {
                throw new CutException(new EOFException("the answer ended after " + (offset - left) + " bytes"));
            }
            left -= count;
        }
    }

    /** Fills the buffer, or as much of it as comes before a cut; at the end of the body gives -1 minus the bytes read. */
    private int fill(InputStream body, int most) {
        int filled = 0;
        while (filled < most) {
            int read;
            try {
                read = body.read(buffer, filled, most - filled);
            } catch (IOException e) {
                cut = e;
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
            try {
                tee.write(offset, ByteBuffer.wrap(buffer, 0, count));
            } catch (IOException e) {
                throw new FaultException(
                        new Fault(
                                blob.label() + " was fetched but could not be written where it belongs",
                                "",
                                String.valueOf(e),
                                "free space there, or correct the folder's permissions; what was fetched is kept"),
                        e);
            }
        }
        offset += count;
    }

    Check.Verdict end() {
        return check.end();
    }

    /** Carries a failed read of the network apart from a failed write to the disk. */
    static final class CutException extends IOException {

        private static final long serialVersionUID = 1;

        CutException(IOException cut) {
            super(cut.getMessage(), cut);
        }
    }

    /** Says that a server sends more than there should be. */
    static final class OverlongException extends IOException {

        private static final long serialVersionUID = 1;
    }
}
