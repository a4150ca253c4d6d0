package dev.airgap.testkit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Makes answers go wrong: always, or the first few times. Give each registration a Trouble of its own: it counts. */
public final class Trouble {
    private final UnaryOperator<Request> before;
    private final UnaryOperator<Answer> after;
    private final String method;
    private final int skip;
    private final int times;
    private final AtomicInteger met = new AtomicInteger();

    private Trouble(UnaryOperator<Request> before, UnaryOperator<Answer> after, String method, int skip, int times) {
        this.before = before;
        this.after = after;
        this.method = method;
        this.skip = skip;
        this.times = times;
    }

    private static Trouble of(UnaryOperator<Answer> after) {
        return new Trouble(UnaryOperator.identity(), after, null, 0, Integer.MAX_VALUE);
    }

    /** Cuts the connection after so many bytes of the body. */
    public static Trouble cutAfter(long bytes) {
        return of(a -> a.withContent(through(a.content(), (out, from) -> new Cut(out, bytes))));
    }

    /** Cuts the connection each time after as many bytes of the body as it is told then. */
    public static Trouble cutAfter(LongSupplier bytes) {
        return of(a -> {
            long most = bytes.getAsLong();
            return a.withContent(through(a.content(), (out, from) -> new Cut(out, most)));
        });
    }

    /** Flips the byte at an offset of the file. */
    public static Trouble corrupt(long offset) {
        return of(a -> a.withContent(through(a.content(), (out, from) -> new Flip(out, offset - from))));
    }

    /** Answers 200 with the whole file to a Range. */
    public static Trouble ignoreRange() {
        return new Trouble(r -> r.without("Range"), UnaryOperator.identity(), null, 0, Integer.MAX_VALUE);
    }

    /** Answers with another status, its number as the body. */
    public static Trouble status(int status) {
        return of(a -> Answer.of(status, status + "\n"));
    }

    /** Answers with a status and a Retry-After of so many seconds. */
    public static Trouble status(int status, String retryAfter) {
        return of(a -> Answer.of(status, status + "\n").with("Retry-After", retryAfter));
    }

    /** Answers something else altogether. */
    public static Trouble answer(Answer other) {
        return of(a -> other);
    }

    /** Sends nothing, not even the head, until the latch opens. */
    public static Trouble stall(CountDownLatch until) {
        return of(a -> {
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return a;
        });
    }

    /** Sends so many bytes of the body, then nothing until the latch opens. */
    public static Trouble stallAfter(long bytes, CountDownLatch until) {
        return of(a -> a.withContent(through(a.content(), (out, from) -> new Stall(out, bytes, until))));
    }

    /** Sends the body a byte at a time, with something done after each: a wait, or a clock that goes on. */
    public static Trouble trickle(Runnable afterEach) {
        return of(a -> a.withContent(through(a.content(), (out, from) -> new Trickle(out, afterEach))));
    }

    /** Names another ETag than the file's own. */
    public static Trouble etag(String etag) {
        return of(a -> a.withEtag(etag));
    }

    /** Leaves Content-Length out. */
    public static Trouble withoutLength() {
        return of(Answer::unmeasured);
    }

    /** Sets a header, or takes it away where the value is null: a wrong Content-Encoding, say. */
    public static Trouble header(String name, String value) {
        return of(a -> a.with(name, value));
    }

    /** Sends the client elsewhere. */
    public static Trouble redirect(int status, URI location) {
        return of(a -> Answer.redirect(status, location));
    }

    /** Strikes so many times, then no more. */
    public Trouble times(int count) {
        return new Trouble(before, after, method, skip, count);
    }

    /** Lets so many requests pass before it strikes. */
    public Trouble skipping(int count) {
        return new Trouble(before, after, method, count, times);
    }

    /** Strikes this method alone. */
    public Trouble on(String name) {
        return new Trouble(before, after, name, skip, times);
    }

    /** Tells whether it strikes now, and counts. */
    boolean strikes(Request request) {
        if (method != null && !method.equals(request.method())) {
            return false;
        }
        int nth = met.getAndIncrement();
        return nth >= skip && nth - skip < times;
    }

    Request before(Request request) {
        return before.apply(request);
    }

    Answer after(Answer answer) {
        return after.apply(answer);
    }

    private interface Wrapping {
        OutputStream wrap(OutputStream out, long from);
    }

    private static Content through(Content content, Wrapping wrapping) {
        return new Content() {
            @Override
            public long length() {
                return content.length();
            }

            @Override
            public void write(OutputStream out, long from, long count) throws IOException {
                content.write(wrapping.wrap(out, from), from, count);
            }
        };
    }

    private static final class Trickle extends FilterOutputStream {
        private final Runnable afterEach;

        Trickle(OutputStream out, Runnable afterEach) {
            super(out);
            this.afterEach = afterEach;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            for (int i = off; i < off + len; i++) {
                out.write(b[i]);
                out.flush();
                afterEach.run();
            }
        }
    }

    private static final class Cut extends FilterOutputStream {
        private long left;

        Cut(OutputStream out, long left) {
            super(out);
            this.left = left;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            int n = (int) Math.min(len, left);
            out.write(b, off, n);
            left -= n;
            if (n < len) {
                out.flush();
                throw new IOException("cut on request");
            }
        }
    }

    private static final class Flip extends FilterOutputStream {
        private long until;

        Flip(OutputStream out, long until) {
            super(out);
            this.until = until;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            if (until >= 0 && until < len) {
                byte[] copy = Arrays.copyOfRange(b, off, off + len);
                copy[(int) until] ^= 1;
                out.write(copy, 0, len);
            } else {
                out.write(b, off, len);
            }
            until -= len;
        }
    }

    private static final class Stall extends FilterOutputStream {
        private final CountDownLatch latch;
        private long left;

        Stall(OutputStream out, long left, CountDownLatch latch) {
            super(out);
            this.left = left;
            this.latch = latch;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            int n = (int) Math.min(len, left);
            out.write(b, off, n);
            left -= n;
            if (n < len) {
                out.flush();
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw (IOException) new InterruptedIOException("the server closed").initCause(e);
                }
                left = Long.MAX_VALUE;
                out.write(b, off + n, len - n);
            }
        }
    }
}
