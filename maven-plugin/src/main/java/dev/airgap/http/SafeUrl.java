package dev.airgap.http;

import dev.airgap.fault.Letters;
import java.net.URI;

/** Writes addresses fit for logs and messages: no user info, no query (signed addresses carry secrets), no control characters. */
public final class SafeUrl {

    private static final int LONGEST = 500;

    private SafeUrl() {}

    /** Writes an address; never null. */
    public static String text(URI url) {
        StringBuilder text = new StringBuilder();
        if (url.getScheme() != null) {
            text.append(url.getScheme()).append(':');
        }
        String authority = url.getRawAuthority();
        if (authority != null) {
            text.append("//").append(authority, authority.lastIndexOf('@') + 1, authority.length());
        }
        if (url.isOpaque()) {
            text.append("…");
        } else if (url.getRawPath() != null) {
            text.append(url.getRawPath());
        }
        if (url.getRawQuery() != null) {
            text.append("?…");
        }
        return printable(text.toString());
    }

    /** Replaces control characters in text that came from elsewhere, and cuts it at 500 characters. */
    public static String printable(String text) {
        return Letters.plain(text, '?', LONGEST);
    }
}
