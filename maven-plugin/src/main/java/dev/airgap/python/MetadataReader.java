package dev.airgap.python;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the few headers that count from a METADATA file, and nothing behind its first blank line. */
final class MetadataReader {

    private static final String[] HEADERS = {"name", "version", "requires-python", "requires-dist", "provides-extra"};

    private final byte[] content;
    private final List<List<String>> values = new ArrayList<>(HEADERS.length);

    MetadataReader(byte[] content) {
        this.content = content;
        for (int i = 0; i < HEADERS.length; i++) {
            values.add(new ArrayList<>(i < 3 ? 1 : 8));
        }
        read();
    }

    String name() {
        return only(0, "Name");
    }

    String version() {
        return only(1, "Version");
    }

    /** Gives Requires-Python, empty where there is none. */
    String requiresPython() {
        return values.get(2).isEmpty() ? "" : values.get(2).get(0);
    }

    List<String> requiresDist() {
        return values.get(3);
    }

    List<String> extras() {
        return values.get(4);
    }

    private String only(int header, String shown) {
        if (values.get(header).isEmpty()) {
            throw new IllegalArgumentException("the metadata has no " + shown);
        }
        return values.get(header).get(0);
    }

    private void read() {
        List<String> last = null;
        int at = 0;
        while (at < content.length) {
            int end = at;
            while (end < content.length && content[end] != '\n' && content[end] != '\r') {
                end++;
            }
            if (end == at) {
                return;
            }
            if (content[at] == ' ' || content[at] == '\t') {
                if (last != null) {
                    String more = text(at, end);
                    last.set(last.size() - 1, last.get(last.size() - 1) + ' ' + more);
                }
            } else {
                int colon = at;
                while (colon < end && content[colon] != ':') {
                    colon++;
                }
                if (colon == end) {
                    // A line that is no header starts the body, as in the e-mail parsers that installers use.
                    return;
                }
                int header = header(at, colon);
                last = header < 0 ? null : values.get(header);
                if (last != null) {
                    last.add(text(colon + 1, end));
                }
            }
            at = end + (end + 1 < content.length && content[end] == '\r' && content[end + 1] == '\n' ? 2 : 1);
        }
    }

    private int header(int from, int to) {
        for (int i = 0; i < HEADERS.length; i++) {
            String header = HEADERS[i];
            if (header.length() == to - from) {
                int same = 0;
                while (same < header.length() && (content[from + same] | 0x20) == (header.charAt(same) | 0x20)) {
                    same++;
                }
                if (same == header.length()) {
                    return i;
                }
            }
        }
        return -1;
    }

    private String text(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.UTF_8).strip();
    }
}
