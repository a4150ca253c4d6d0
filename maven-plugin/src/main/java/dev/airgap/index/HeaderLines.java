package dev.airgap.index;

import java.nio.charset.StandardCharsets;

/** Cuts a METADATA down to the headers that a solver needs, as they are written: the description is most of it. */
final class HeaderLines {

    private static final byte[][] KEPT = {
        name("metadata-version"),
        name("name"),
        name("version"),
        name("requires-python"),
        name("requires-dist"),
        name("provides-extra"),
    };

    private HeaderLines() {}

    private static byte[] name(String header) {
        return (header + ":").getBytes(StandardCharsets.US_ASCII);
    }

    /** Keeps those headers with their continuation lines, up to the empty line that ends the headers. */
    static byte[] of(byte[] metadata) {
        Growing kept = new Growing(2048);
        boolean keeping = false;
        int at = 0;
        while (at < metadata.length) {
            int end = at;
            while (end < metadata.length && metadata[end] != '\n') {
                end++;
            }
            int stop = end > at && metadata[end - 1] == '\r' ? end - 1 : end;
            if (stop == at) {
                break;
            }
            // A line that starts with a blank goes on with the header before it (RFC 822, folding).
            if (metadata[at] != ' ' && metadata[at] != '\t') {
                keeping = isKept(metadata, at, stop);
            }
            if (keeping) {
                kept.put(metadata, at, stop - at);
                kept.put('\n');
            }
            at = end + 1;
        }
        return kept.toBytes();
    }

    private static boolean isKept(byte[] bytes, int from, int to) {
        for (byte[] name : KEPT) {
            if (to - from >= name.length && starts(bytes, from, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] bytes, int from, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            byte b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != name[i]) {
                return false;
            }
        }
        return true;
    }
}
