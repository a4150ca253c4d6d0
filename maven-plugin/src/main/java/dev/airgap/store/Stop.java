package dev.airgap.store;

import dev.airgap.fault.Fault;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.StoppedException;
import dev.airgap.http.Transport;
import dev.airgap.http.TransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends several downloads at once, whether they ask, read or wait; they get an IOException. */
final class Stop {

    private final CountDownLatch latch = new CountDownLatch(1);
    private final Set<Runnable> handles = new HashSet<>();

    boolean stopped() {
        return latch.getCount() == 0;
    }

    void stop() {
        latch.countDown();
        synchronized (handles) {
            handles.forEach(Runnable::run);
        }
    }

    /** Waits, unless stopped. */
    void pause(Duration time) throws IOException {
        try {
            if (latch.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /** Does something with the answer to a request, which is broken off when stopped. */
    boolean with(Transport transport, Ask ask, Use use) throws IOException {
        Runnable[] handle = new Runnable[1];
        try (Reply reply = send(transport, ask, mine -> handle[0] = add(mine))) {
            return use.use(reply);
        } finally {
            synchronized (handles) {
                handles.remove(handle[0]);
            }
        }
    }

    private static Reply send(Transport transport, Ask ask, Consumer<Runnable> handle) throws IOException {
        try {
            return transport.send(ask, handle);
        } catch (TransportException | StoppedException e) {
            throw e;
        } catch (IOException e) {
            // The gate's own words, such as Maven's offline sentence; not to be taken for a failure of the disk.
            throw new TransportException(
                    Fault.of(String.valueOf(e.getMessage())).at(SafeUrl.text(ask.url())), e);
        }
    }

    private Runnable add(Runnable handle) {
        synchronized (handles) {
            handles.add(handle);
        }
        if (stopped()) {
            handle.run();
        }
        return handle;
    }

    /** Uses an answer while it is open. */
    interface Use {

        boolean use(Reply reply) throws IOException;
    }
}
