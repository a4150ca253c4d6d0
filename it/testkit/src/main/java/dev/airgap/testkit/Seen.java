package dev.airgap.testkit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers one request and how it was answered. */
public final class Seen {
    private final Request request;
    private final int status;
    private final AtomicLong bytes = new AtomicLong();

    Seen(Request request, int status) {
        this.request = request;
        this.status = status;
    }

    public String method() {
        return request.method();
    }

    public String path() {
        return request.path();
    }

    public String query() {
        return request.query();
    }

    public Optional<String> header(String name) {
        return request.header(name);
    }

    public Optional<String> range() {
        return request.header("Range");
    }

    public byte[] body() {
        return request.body();
    }

    public int status() {
        return status;
    }

    /** Tells how many bytes of a body went out; complete as soon as the client has them all. */
    public long bytes() {
        return bytes.get();
    }

    void sent(long count) {
        bytes.addAndGet(count);
    }

    @Override
    public String toString() {
        return method() + " " + path() + (query().isEmpty() ? "" : "?" + query())
                + range().map(r -> " [" + r + "]").orElse("") + " -> " + status + " (" + bytes + ")";
    }
}
