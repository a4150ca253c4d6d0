package dev.airgap.hub.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells arrays of numbers from arrays of objects, which are pickles. The header is a Python literal, in which one type
 * can be written in many ways: only what NumPy itself writes for a plain array is taken for one.
 */
final class NumpyHeader {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 10_000;
    private static final Pattern PLAIN =
            Pattern.compile("\\{'descr': '[|<>=][?bBiufcmMSUV][0-9]{1,9}(\\[[0-9a-zA-Z]{1,9}\\])?',"
                    + " 'fortran_order': (True|False), 'shape': \\([0-9, ]{0,500}\\), \\} {0,200}\n");

    private NumpyHeader() {}

    /** Tells whether a file begins with an array's magic. */
    static boolean begins(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Tells whether a stream begins with the header of an array without objects. */
    static boolean isPlain(InputStream in) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !begins(start) || start[6] < 1 || start[6] > 3 || start[7] != 0) {
            return false;
        }
        byte[] length = in.readNBytes(start[6] == 1 ? 2 : 4);
        long count = 0;
        for (int i = length.length - 1; i >= 0; i--) {
            count = count << 8 | length[i] & 0xff;
        }
        if (count > LONGEST) {
            return false;
        }
        String header = new String(in.readNBytes((int) count), StandardCharsets.ISO_8859_1);
        return header.length() == count && PLAIN.matcher(header).matches();
    }
}
