package dev.airgap.index;

import dev.airgap.http.Reply;
import java.io.IOException;

/** Holds a Content-Range (RFC 9110): first and last byte, and the length of the whole. */
record ContentRange(long first, long last, long total) {

    /** Reads the header; null where it is missing, malformed or does not tell the whole length. */
    static ContentRange of(Reply reply) {
        String raw = reply.header("Content-Range").orElse("").strip();
        int dash = raw.indexOf('-');
        int slash = raw.indexOf('/');
        if (!raw.startsWith("bytes ") || dash < 0 || slash < dash) {
            return null;
        }
        try {
            long first = Long.parseLong(raw, 6, dash, 10);
            long last = Long.parseLong(raw, dash + 1, slash, 10);
            long total = Long.parseLong(raw, slash + 1, raw.length(), 10);
            return first < 0 || last < first || total <= last ? null : new ContentRange(first, last, total);
        } catch (NumberFormatException malformed) {
            return null;
        }
    }

    /** Reads a body of exactly so many bytes. */
    static byte[] exactly(Reply reply, int count) throws IOException {
        byte[] bytes = reply.bytes(count);
        if (bytes.length != count) {
            throw new IOException(count + " bytes were asked for and " + bytes.length + " came");
        }
        return bytes;
    }

    @Override
    public String toString() {
        return first + "-" + last + "/" + total;
    }
}
