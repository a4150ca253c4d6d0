package dev.airgap.index;

import dev.airgap.http.Reply;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Says how long a page holds and how to ask whether it has changed (RFC 9111, 9110).
 *
 * @param fetched seconds since 1970
 * @param until seconds since 1970; from then on the index is asked again
 * @param etag empty where there is none
 * @param modified Last-Modified as the server wrote it, or empty
 */
record Validity(long fetched, long until, String etag, String modified) {

    /** Where the server says nothing: what PyPI itself says of its pages. */
    static final long UNSAID = Duration.ofMinutes(10).toSeconds();

    /** Nothing an index says makes a page hold longer. */
    private static final long LONGEST = Duration.ofDays(7).toSeconds();

    private static final int HEADER_LIMIT = 1024;

    /**
     * Reads the headers of an answer. {@code no-store} is taken as {@code no-cache}: the page is asked for every time,
     * and kept for offline builds and for the question whether it changed.
     */
    static Validity of(Reply reply, long now) {
        return new Validity(now, now + lifetime(reply, now), header(reply, "ETag"), header(reply, "Last-Modified"));
    }

    /** Prolongs by what a 304 says; a header it leaves out stays as it was (RFC 9111, freshening). */
    Validity renewed(Reply reply, long now) {
        Validity said = of(reply, now);
        return new Validity(
                now,
                said.until,
                said.etag.isEmpty() ? etag : said.etag,
                said.modified.isEmpty() ? modified : said.modified);
    }

    /** Tells whether the page still holds; a clock that went back makes it stale. */
    boolean isFresh(long now) {
        return now >= fetched && now < until;
    }

    private static long lifetime(Reply reply, long now) {
        String control = reply.header("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
        // RFC 9111, 4.1: where the answer varies by everything, or by who asks, no other request may have it unasked.
        String vary = reply.header("Vary").orElse("").toLowerCase(Locale.ROOT);
        boolean varies = vary.contains("*") || vary.contains("authorization") || vary.contains("cookie");
        if (varies || control.contains("no-cache") || control.contains("no-store")) {
            return 0;
        }
        long age = Math.max(0, seconds(reply.header("Age").orElse(""), 0, 0));
        int at = control.indexOf("max-age=");
        while (at > 0 && control.charAt(at - 1) != ' ' && control.charAt(at - 1) != ',') {
            at = control.indexOf("max-age=", at + 1);
        }
        if (at >= 0) {
            return Math.max(0, Math.min(LONGEST, seconds(control, at + 8, 0) - age));
        }
        String expires = reply.header("Expires").orElse("");
        return expires.isEmpty() ? UNSAID : Math.max(0, Math.min(LONGEST, expiry(expires, reply, now) - age));
    }

    private static long expiry(String expires, Reply reply, long now) {
        try {
            ZonedDateTime end = ZonedDateTime.parse(expires, DateTimeFormatter.RFC_1123_DATE_TIME);
            String date = reply.header("Date").orElse("");
            // A server without a clock gives no Date; it counts from when the answer came (RFC 9110, Date).
            long from = date.isEmpty()
                    ? now
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toEpochSecond();
            return end.toEpochSecond() - from;
        } catch (DateTimeParseException invalid) {
            // RFC 9111, Expires: an invalid date means that the answer has expired already.
            return 0;
        }
    }

    private static long seconds(String text, int from, long otherwise) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '"')) {
            i++;
        }
        long value = -1;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            value = Math.min(Math.max(value, 0) * 10 + text.charAt(i) - '0', Integer.MAX_VALUE);
            i++;
        }
        return value < 0 ? otherwise : value;
    }

    private static String header(Reply reply, String name) {
        String value = reply.header(name).orElse("");
        return value.length() > HEADER_LIMIT ? "" : value;
    }
}
