package dev.airgap.store;

import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends several downloads at once: wakes those that wait and breaks off those that read. */
final class Stop {

    private final CountDownLatch latch = new CountDownLatch(1);
    private final Set<Thread> sending = new HashSet<>();
    private final Set<Reply> reading = new HashSet<>();

    boolean stopped() {
        return latch.getCount() == 0;
    }

    /** Stops all; those who ask or read get an IOException. */
    void stop() {
        latch.countDown();
        synchronized (this) {
            // Only threads that wait for an answer: an interrupt would close the files that others write to.
            sending.forEach(Thread::interrupt);
            reading.forEach(Reply::abort);
        }
    }

    /** Waits, unless stopped. */
    void pause(Duration time) throws IOException {
        boolean stopped;
        try {
            stopped = latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        if (stopped) {
            throw new InterruptedIOException("stopped");
        }
    }

    Reply send(Transport transport, Ask ask) throws IOException {
        Thread self = Thread.currentThread();
        synchronized (this) {
            if (stopped()) {
                throw new InterruptedIOException("stopped");
            }
            sending.add(self);
        }
        Reply reply = null;
        try {
            reply = transport.send(ask);
            return reply;
        } finally {
            synchronized (this) {
                sending.remove(self);
                if (stopped()) {
                    // The interrupt was ours and has done its work.
                    Thread.interrupted();
                }
                if (reply != null) {
                    reading.add(reply);
                }
            }
        }
    }

    void done(Reply reply) {
        synchronized (this) {
            reading.remove(reply);
        }
        reply.close();
    }
}
