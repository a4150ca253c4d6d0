package dev.airgap.testkit;

/**
 * Holds one byte range (RFC 9110, 14.1.2), resolved against a length.
 *
 * @param from first byte
 * @param count how many; none where the range lies outside
 */
record Range(long from, long count) {

    /** Reads a Range header; null where there is none, several, or none that can be read: the whole is sent then. */
    static Range parse(String header, long length) {
        if (header == null || !header.startsWith("bytes=") || header.indexOf(',') >= 0) {
            return null;
        }
        String spec = header.substring("bytes=".length()).trim();
        int dash = spec.indexOf('-');
        if (dash < 0) {
            return null;
        }
        try {
            if (dash == 0) {
                long suffix = Math.min(Long.parseLong(spec.substring(1)), length);
                return new Range(length - suffix, suffix);
            }
            long from = Long.parseLong(spec.substring(0, dash));
            String end = spec.substring(dash + 1);
            long last = end.isEmpty() ? length - 1 : Math.min(Long.parseLong(end), length - 1);
            return new Range(from, Math.max(0, last - from + 1));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
