package dev.airgap.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * Holds an answer after conditions, ranges and compression: which part of its content goes out.
 *
 * @param answer status and headers as they are sent
 * @param from first byte of the content
 * @param count how many bytes
 */
record Planned(Answer answer, long from, long count) {

    static Planned of(Request request, Answer answer) {
        if (answer.status() != 200) {
            return whole(answer);
        }
        String etag = answer.header("ETag");
        String modified = answer.header("Last-Modified");
        if (unchanged(request, etag, modified)) {
            return whole(answer.withStatus(304).withContent(Content.of("")));
        }
        Answer ranged = etag == null ? answer : answer.with("Accept-Ranges", "bytes");
        long length = answer.content().length();
        Range range = ifRangeHolds(request, etag, modified)
                ? Range.parse(request.header("Range").orElse(null), length)
                : null;
        if (range != null) {
            return part(ranged, range, length);
        }
        if (answer.gzip() && request.header("Accept-Encoding").orElse("").contains("gzip")) {
            return whole(gzip(ranged));
        }
        return whole(ranged);
    }

    private static boolean ifRangeHolds(Request request, String etag, String modified) {
        String value = request.header("If-Range").orElse(null);
        return value == null || value.equals(etag) || value.equals(modified);
    }

    private static boolean unchanged(Request request, String etag, String modified) {
        String asked = request.header("If-None-Match").orElse(null);
        if (asked != null) {
            return etag != null && (asked.equals("*") || bare(asked).contains(bare(etag)));
        }
        return modified != null
                && modified.equals(request.header("If-Modified-Since").orElse(null));
    }

    /** Compares weakly (RFC 9110, 13.1.2). */
    private static String bare(String etag) {
        return etag.replace("W/", "");
    }

    private static Planned part(Answer answer, Range range, long length) {
        if (range.count() <= 0) {
            return whole(Answer.of(416, "").with("Content-Range", "bytes */" + length));
        }
        long last = range.from() + range.count() - 1;
        return new Planned(
                answer.withStatus(206).with("Content-Range", "bytes " + range.from() + "-" + last + "/" + length),
                range.from(),
                range.count());
    }

    private static Planned whole(Answer answer) {
        return new Planned(answer, 0, answer.content().length());
    }

    private static Answer gzip(Answer answer) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            answer.content().write(zip, 0, answer.content().length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String etag = answer.header("ETag");
        return answer.withContent(Content.of(packed.toByteArray()))
                .with("Content-Encoding", "gzip")
                .with("Vary", "Accept-Encoding")
                .with("ETag", etag == null || etag.startsWith("W/") ? etag : "W/" + etag);
    }
}
