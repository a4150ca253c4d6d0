package dev.airgap.store;

import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.StalledException;
import dev.airgap.http.StatusFault;
import dev.airgap.http.Transport;
import dev.airgap.store.Spans.Claim;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches one blob, going on where a former run or a cut connection left off. It asks for what is missing at its front, in
 * order; of a big file a {@link Crew} may fetch pieces ahead.
 */
final class Download {

    /** Cuts in a row without a single new byte, or stalls in a row, before it is given up. */
    private static final int MOST_CUTS = 4;

    /** A server that answers each range with another content is given up. */
    private static final int MOST_RESTARTS = 3;

    private final Blob blob;
    private final Transport transport;
    private final Stop stop;
    private final Partial partial;
    private final Intake intake;
    private final Crew crew;
    private final DownloadFaults faults;
    private Progress progress = Progress.NONE;
    private int restarts;

    Download(Blob blob, Transport transport, Stop stop, Partial partial, Intake intake, Crew crew) {
        this.blob = blob;
        this.transport = transport;
        this.stop = stop;
        this.partial = partial;
        this.intake = intake;
        this.crew = crew;
        this.faults = new DownloadFaults(blob);
    }

    /** Fetches and proves; gives the verdict, or throws with nothing kept where the content is wrong. */
    Check.Verdict run(Progress heard) throws IOException {
        progress = heard;
        progress.started(blob, intake.replay());
        if (crew.shares()) {
            partial.scatter();
        }
        try {
            while (true) {
                transfer();
                crew.end(progress);
                Check.Verdict verdict = intake.end();
                if (verdict.right()) {
                    return verdict;
                }
                if (!intake.replayed()) {
                    partial.drop();
                    throw faults.wrong(verdict);
                }
                // The part that a former run left may be what is damaged.
                restart();
            }
        } finally {
            crew.dismiss();
        }
    }

    private void restart() throws IOException {
        if (++restarts > MOST_RESTARTS) {
            throw faults.unusable(blob.url().getHost() + " gives another content each time", "");
        }
        // Whoever still writes must have ended: what they bring is of the content that is forgotten now.
        crew.dismiss();
        intake.restart();
    }

    /** Asks until all bytes are there. */
    private void transfer() throws IOException {
        int cuts = 0;
        boolean whole = intake.whole() && intake.replayed();
        while (!whole) {
            Spans spans = partial.spans();
            Optional<Claim> claim = spans == null ? Optional.empty() : crew.follow(intake, stop, progress);
            if (spans != null && claim.isEmpty()) {
                return;
            }
            long before = intake.offset();
            IOException cut = null;
            try {
                whole = ask(claim);
            } catch (Intake.CutException e) {
                cut = e;
            } finally {
                claim.ifPresent(mine -> spans.release(mine));
            }
            if (whole) {
                return;
            }
            // What trickles makes some progress each time, and would do so for weeks.
            boolean stalled = cut != null && cut.getCause() instanceof StalledException;
            cuts = intake.offset() > before && !stalled ? 0 : cuts + 1;
            if (cuts > MOST_CUTS || stop.stopped()) {
                throw faults.broken(cut, intake.offset(), intake.size());
            }
            if (cuts > 0) {
                stop.pause(Duration.ofMillis(50L << cuts));
            }
        }
    }

    /** Asks once for what was claimed, or else for all that is missing; tells whether all is there now. */
    private boolean ask(Optional<Claim> claim) throws IOException {
        long from = intake.offset();
        long until = claim.map(Claim::to).filter(to -> to < blob.size()).orElse(Long.MAX_VALUE);
        boolean part = from > 0 || until < Long.MAX_VALUE;
        Ask ask = Ask.file(blob.url());
        Optional<String> etag = partial.etag(blob.url());
        if (part) {
            ask = ask.with("Range", "bytes=" + from + "-" + (until == Long.MAX_VALUE ? "" : until - 1));
            if (etag.isPresent()) {
                ask = ask.with("If-Range", etag.get());
            }
        }
        return stop.with(transport, ask, reply -> {
            faults.heard(reply);
            return switch (reply.status()) {
                case 200 -> fromStart(reply, etag);
                case 206 -> part ? fromOffset(reply, etag, until) : unasked(reply);
                case 416 -> part ? beyond(reply) : unasked(reply);
                default -> refused(reply, from == 0 && part);
            };
        });
    }

    private boolean unasked(Reply reply) {
        throw faults.unusable(
                reply.status() == 206
                        ? "the server gives a part of " + blob.label() + " though the whole was asked for"
                        : "the server refuses a range of " + blob.label() + " though none was asked for",
                String.valueOf(reply.status()));
    }

    /** Fails, but for servers that take a Range for a bad or an unknown request: they are asked for the whole. */
    private boolean refused(Reply reply, boolean first) {
        if (first && (reply.status() == 400 || reply.status() == 501)) {
            crew.dismiss();
            return false;
        }
        throw new FaultException(
                StatusFault.of(reply, blob.label(), blob.source()), new StatusException(reply.status()));
    }

    /** Takes the whole, also where only a range was asked for: the content has changed, or ranges are not spoken. */
    private boolean fromStart(Reply reply, Optional<String> noted) throws IOException {
        long total = reply.length();
        if (total >= 0 && blob.size() >= 0 && total != blob.size()) {
            // Before anything is thrown away: a login page of some network answers 200, too.
            throw faults.otherSize(reply, intake.size(), total + " bytes");
        }
        if (total < 0 && blob.size() >= 0 && faults.isPage(reply)) {
            throw faults.page(reply);
        }
        crew.dismiss();
        if (partial.there() > 0) {
            if (noted.isPresent() && noted.equals(strong(reply))) {
                // The same content from its first byte on: what is good already only passes.
                intake.skip(reply.body(), stop);
            } else {
                restart();
            }
        }
        return receive(reply, total, Long.MAX_VALUE);
    }

    private boolean fromOffset(Reply reply, Optional<String> noted, long until) throws IOException {
        ContentRange range = ContentRange.parse(reply.header("Content-Range").orElse(""));
        Optional<String> etag = strong(reply);
        boolean same = noted.isEmpty() || etag.isEmpty() || noted.equals(etag);
        boolean fits = range.first() == intake.offset()
                && range.last() < until
                && (intake.size() < 0 || range.total() < 0 || range.total() == intake.size());
        if (!same || !fits) {
            restart();
            return false;
        }
        if (etag.isPresent() && range.total() == blob.size()) {
            crew.begin(etag.get(), intake.offset());
        } else {
            crew.dismiss();
        }
        return receive(reply, range.total(), until);
    }

    private boolean beyond(Reply reply) throws IOException {
        long total =
                ContentRange.parse(reply.header("Content-Range").orElse("")).total();
        if (intake.size() < 0 && total == intake.offset()) {
            return true;
        }
        restart();
        return false;
    }

    private boolean receive(Reply reply, long total, long until) throws IOException {
        if (!intake.learn(total)) {
            throw faults.unusable(
                    "the server does not tell the length of " + blob.label()
                            + ", without which its git oid can't be checked",
                    "");
        }
        if (intake.offset() == 0) {
            partial.note(blob.url(), strong(reply));
        }
        try {
            boolean ended = intake.drain(reply.body(), stop, until);
            return ended && (intake.size() < 0 || intake.whole());
        } catch (Intake.OverlongException e) {
            partial.drop();
            throw faults.otherSize(reply, intake.size(), "more");
        }
    }

    /** Gives the ETag if it promises the same bytes (RFC 9110, section 8.8.1): If-Range takes no weak one. */
    private static Optional<String> strong(Reply reply) {
        return reply.header("ETag").filter(Download::sendable);
    }

    private static boolean sendable(String etag) {
        if (!etag.startsWith("\"") || etag.length() > 1000) {
            return false;
        }
        for (int i = 0; i < etag.length(); i++) {
            if (etag.charAt(i) < ' ' || etag.charAt(i) > '~') {
                return false;
            }
        }
        return true;
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
