package dev.airgap.http;

import java.io.Closeable;
import java.io.IOException;

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

    @Override
    void close();
}
