package dev.airgap.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Sends requests: retries what may be retried, follows redirects, and gives each origin its own credentials alone.
 * Safe for several threads. Offline, every request fails with the reason.
 */
public interface Transport extends Closeable {

    /**
     * Sends a request and gives the answer, whatever its status; the caller closes it.
     *
     * @throws IOException where no answer came: refused, timed out, TLS, offline; its message is fit for people
     */
    Reply send(Ask ask) throws IOException;

    /**
     * Sends a request that can be broken off, also while it waits or its body is read: whoever does either then gets an
     * IOException.
     *
     * @param handle is given, before anything is sent, what breaks it off, from any thread and at any time
     */
    default Reply send(Ask ask, Consumer<Runnable> handle) throws IOException {
        return send(ask);
    }

    @Override
    void close();
}
