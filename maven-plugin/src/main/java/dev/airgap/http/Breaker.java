package dev.airgap.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;

/** Breaks a request off wherever it is: connecting, waiting between two attempts, or in its body. */
final class Breaker implements Runnable {

    private final CountDownLatch broken = new CountDownLatch(1);
    private Call current;

    @Override
    public void run() {
        broken.countDown();
        synchronized (this) {
            if (current != null) {
                current.cancel();
            }
        }
    }

    /** Executes a call, and says by a StoppedException when it was broken off. */
    Response execute(Call call) throws IOException {
        synchronized (this) {
            current = call;
        }
        if (broken.getCount() == 0) {
            throw new StoppedException();
        }
        try {
            return call.execute();
        } catch (IOException e) {
            if (broken.getCount() == 0 || Thread.currentThread().isInterrupted()) {
                throw stopped(e);
            }
            throw e;
        } catch (Exception e) {
            // Kotlin declares no exceptions: okhttp lets an InterruptedException through while it connects.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw stopped(e);
            }
            throw e;
        }
    }

    void pause(Duration time) throws IOException {
        try {
            if (broken.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        }
    }

    private static StoppedException stopped(Exception cause) {
        StoppedException stopped = new StoppedException();
        stopped.initCause(cause);
        return stopped;
    }
}
