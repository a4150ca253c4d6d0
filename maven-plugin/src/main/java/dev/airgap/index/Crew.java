package dev.airgap.index;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs fetches ahead of time on a bounded number of threads, which are started only when there is something to do. */
final class Crew {

    /** Enough to hide round trips of 150 ms behind one another; idle ones cost nothing. */
    private static final int THREADS = 48;

    private static final int IDLE_SECONDS = 5;

    private ThreadPoolExecutor executor;
    private boolean closed;

    /** Runs a task soon; after the end no more tasks are run ahead of time. */
    synchronized void soon(Runnable task) {
        if (closed) {
            return;
        }
        if (executor == null) {
            AtomicInteger number = new AtomicInteger();
            executor = new ThreadPoolExecutor(
                    THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                        Thread thread = new Thread(work, "airgap-index-" + number.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    });
            executor.allowCoreThreadTimeOut(true);
        }
        executor.execute(task);
    }

    synchronized void close() {
        closed = true;
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
