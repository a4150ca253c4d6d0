package dev.airgap.testkit;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds what a route answers; ranges, conditions, HEAD and gzip are the server's business.
 *
 * @param status the HTTP status
 * @param headers by name as it is sent
 * @param content the body in full
 * @param gzip whether the server may compress it for those who accept that
 * @param measured whether Content-Length is sent
 */
public record Answer(int status, Map<String, String> headers, Content content, boolean gzip, boolean measured) {

    public static Answer of(int status, Content content) {
        return new Answer(status, Map.of(), content, false, true);
    }

    public static Answer of(int status, String text) {
        return of(status, Content.of(text)).with("Content-Type", "text/plain; charset=utf-8");
    }

    public static Answer bytes(byte[] bytes) {
        return of(200, Content.of(bytes)).with("Content-Type", "application/octet-stream");
    }

    public static Answer html(String text) {
        return of(200, Content.of(text)).with("Content-Type", "text/html; charset=utf-8");
    }

    public static Answer json(String text) {
        return of(200, Content.of(text)).with("Content-Type", "application/json");
    }

    public static Answer notFound() {
        return of(404, "404 Not Found\n");
    }

    public static Answer redirect(int status, URI location) {
        return of(status, "").with("Location", location.toString());
    }

    /** Sets a header; a null value takes it away. */
    public Answer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        if (value == null) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new Answer(status, more, content, gzip, measured);
    }

    public Answer withEtag(String etag) {
        return with("ETag", '"' + etag + '"');
    }

    public Answer withContent(Content other) {
        return new Answer(status, headers, other, gzip, measured);
    }

    public Answer withStatus(int other) {
        return new Answer(other, headers, content, gzip, measured);
    }

    public Answer gzipped() {
        return new Answer(status, headers, content, true, measured);
    }

    /** Leaves Content-Length out: the body comes in chunks. */
    public Answer unmeasured() {
        return new Answer(status, headers, content, gzip, false);
    }

    String header(String name) {
        for (Map.Entry<String, String> e : headers.entrySet()) {
            if (e.getKey().equalsIgnoreCase(name)) {
                return e.getValue();
            }
        }
        return null;
    }
}
