package dev.airgap.store;

import dev.airgap.http.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches what lies ahead of a download's front by further connections. They only ever help: what they don't bring, for
 * whatever reason, the download itself asks for, and it alone judges and fails.
 */
final class Crew {

    /** Pieces in vain, by cuts before the first byte, after which the server is taken to want no more connections. */
    private static final int MOST_VAIN = 3;

    private final Blob blob;
    private final Transport transport;
    private final Partial partial;
    private final Split split;
    private final Lanes lanes;
    /** Ends the helpers alone. */
    private final Stop own = new Stop();

    private final List<Thread> threads = new ArrayList<>();
    private String etag = "";
    private boolean over;
    private int vain;
    private long brought;
    private IOException failure;

    Crew(Blob blob, Transport transport, Partial partial, Split split, Lanes lanes) {
        this.blob = blob;
        this.transport = transport;
        this.partial = partial;
        this.split = split;
        this.lanes = lanes;
        this.over = blob.size() < split.worthwhile();
    }

    /** Tells whether the file is, or may still be, shared among connections. */
    synchronized boolean shares() {
        return !over;
    }

    /** Gives where the file is cut. */
    long piece() {
        return shares() ? split.piece(blob.size()) : Long.MAX_VALUE;
    }

    /** Begins to help, with the strong ETag of an answer that was a part of the very file. */
    synchronized void begin(String strong, long front) {
        etag = strong;
        recruit(front);
    }

    /**
     * Takes in what was brought ahead of the front, as long as there is some or somebody is bringing it.
     *
     * @return what the download itself has to ask for, claimed; nothing where all is there
     */
    Optional<Spans.Claim> follow(Intake intake, Stop stop, Progress progress) throws IOException {
        Spans spans = partial.spans();
        while (!intake.whole()) {
            check();
            recruit(intake.offset());
            long end = spans.await(intake.offset(), stop);
            tell(progress);
            if (end > intake.offset()) {
                intake.takeUp(end);
                continue;
            }
            Optional<Spans.Claim> claim = spans.claim(intake.offset(), piece(), blob.size());
            if (claim.isPresent() && claim.get().from() == intake.offset()) {
                return claim;
            }
            // A helper was faster.
            claim.ifPresent(spans::release);
        }
        return Optional.empty();
    }

    /** Ends all help where nothing is missing any more, and tells of what it brought. */
    void end(Progress progress) {
        dismiss();
        tell(progress);
    }

    private void tell(Progress progress) {
        long news = news();
        if (news > 0) {
            progress.advanced(blob, news);
        }
    }

    /** Sends for more where connections are idle. */
    private synchronized void recruit(long front) {
        while (!over
                && !etag.isEmpty()
                && threads.size() < split.connections() - 1
                && lanes.take(split.connections())) {
            Optional<Spans.Claim> claim = partial.spans().claim(front, piece(), blob.size());
            if (claim.isEmpty()) {
                lanes.give();
                return;
            }
            Thread thread = new Thread(() -> work(claim.get(), front), "airgap-range");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(Spans.Claim first, long front) {
        try {
            Helper helper = new Helper(blob, transport, own, partial, etag);
            Optional<Spans.Claim> claim = Optional.of(first);
            while (claim.isPresent() && bring(helper, claim.get())) {
                claim = partial.spans().claim(front, piece(), blob.size());
            }
        } finally {
            lanes.give();
            synchronized (this) {
                threads.remove(Thread.currentThread());
            }
        }
    }

    private boolean bring(Helper helper, Spans.Claim claim) {
        Helper.End end = Helper.End.REFUSED;
        try {
            end = helper.bring(claim);
        } catch (IOException e) {
            synchronized (this) {
                failure = e;
            }
        } finally {
            told(end, helper.brought());
            partial.spans().release(claim);
        }
        return end == Helper.End.WHOLE;
    }

    private synchronized void told(Helper.End end, long bytes) {
        brought += bytes;
        vain += bytes == 0 ? 1 : 0;
        over |= end == Helper.End.REFUSED || vain > MOST_VAIN;
    }

    private synchronized long news() {
        long news = brought;
        brought = 0;
        return news;
    }

    /** Fails where a helper could not write to the disk. */
    private synchronized void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends all help for good, and returns when nobody writes to the file any more. */
    void dismiss() {
        List<Thread> left;
        synchronized (this) {
            over = true;
            left = List.copyOf(threads);
        }
        own.stop();
        boolean interrupted = false;
        for (Thread thread : left) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
