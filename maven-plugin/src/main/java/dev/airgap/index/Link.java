package dev.airgap.index;

import dev.airgap.fault.Letters;

/**
 * Holds a file of a page as the index wrote it; fields are those of {@link dev.airgap.resolve.WheelFile}.
 *
 * @param url absolute, without user info and fragment
 * @param requiresPython empty where the index gives none
 * @param yanked null where it is not yanked
 */
record Link(
        String fileName,
        String url,
        String sha256,
        long size,
        String requiresPython,
        String yanked,
        String uploaded,
        String metadata) {

    private static final int UPLOADED_LIMIT = 40;

    Link {
        sha256 = isSha256(sha256) ? lower(sha256) : "";
        requiresPython = plain(requiresPython);
        yanked = yanked == null ? null : plain(yanked);
        uploaded = uploaded.length() > UPLOADED_LIMIT ? "" : plain(uploaded);
        metadata = metadata(metadata);
    }

    /** Reads PEP 658's value: another hash than sha256 says no more than that there is a file. */
    private static String metadata(String raw) {
        if (raw.isEmpty() || raw.equals("false")) {
            return "";
        }
        if (raw.startsWith("sha256=") && isSha256(raw.substring(7))) {
            return "sha256=" + lower(raw.substring(7));
        }
        return "true";
    }

    static boolean isSha256(String hash) {
        if (hash.length() != 64) {
            return false;
        }
        for (int i = 0; i < 64; i++) {
            if (Chars.digit(hash.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String lower(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            if (hex.charAt(i) < 'a' && hex.charAt(i) > '9') {
                return hex.toLowerCase(java.util.Locale.ROOT);
            }
        }
        return hex;
    }

    /** Takes out what may steer a terminal or break a line, so that what an index wrote can stand in a log line. */
    static String plain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!Letters.isPlain(raw.charAt(i))) {
                StringBuilder clean = new StringBuilder(raw);
                for (int j = i; j < raw.length(); j++) {
                    if (!Letters.isPlain(raw.charAt(j))) {
                        clean.setCharAt(j, ' ');
                    }
                }
                return clean.toString();
            }
        }
        return raw;
    }
}
