package dev.airgap.index;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Shows the part of a page that is being read. Bytes in front of the current place are let go when more are read, and
 * the place moves with the bytes.
 */
final class Window {

    /** No honest tag is longer. */
    private static final int LIMIT = 1 << 18;

    private final InputStream in;
    private boolean drained;

    byte[] bytes = new byte[1 << 16];

    /** The current place. */
    int at;

    /** Where the bytes end. */
    int end;

    Window(InputStream in) {
        this.in = in;
    }

    /** Reads more, keeping what lies from the current place on; false at the end of the page. */
    boolean more() throws IOException {
        if (drained) {
            return false;
        }
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end == bytes.length) {
            if (end >= LIMIT) {
                throw new PageException("a tag of more than " + LIMIT + " bytes");
            }
            bytes = Arrays.copyOf(bytes, end * 2);
        }
        int count = in.read(bytes, end, bytes.length - end);
        if (count < 0) {
            drained = true;
            return false;
        }
        end += count;
        return true;
    }

    /** Sees to it that so many bytes are in sight, as far as the page has them. */
    boolean has(int count) throws IOException {
        while (end - at < count) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether such a byte stands at the current place. */
    boolean sees(int wanted) throws IOException {
        return has(1) && bytes[at] == wanted;
    }

    /** Tells whether such a byte stands at a place that is in sight. */
    boolean shows(int place, int wanted) {
        return place < end && bytes[place] == wanted;
    }

    /** Moves to the next such byte; false where the page ends first. */
    boolean find(int wanted) throws IOException {
        do {
            byte[] window = bytes;
            int stop = end;
            for (int i = at; i < stop; i++) {
                if (window[i] == wanted) {
                    at = i;
                    return true;
                }
            }
            at = stop;
        } while (more());
        return false;
    }

    /** Moves behind the next such byte; false where the page ends first. */
    boolean pass(int wanted) throws IOException {
        if (find(wanted)) {
            at++;
            return true;
        }
        return false;
    }
}
