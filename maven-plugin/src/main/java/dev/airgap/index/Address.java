package dev.airgap.index;

import dev.airgap.http.SafeUrl;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Resolves a page's links; what is no link to a file on the web, or breaks out of its folder, resolves to null. */
final class Address {

    private static final String HEX = "0123456789ABCDEF";

    private static final int LAST_PORT = 65_535;

    private URI base;
    private final boolean local;
    private final boolean secure;
    private String downgrade = "";
    private int downgrades;

    /** Starts from the address that answered; only a page that itself is a local file may link to files. */
    Address(URI base) {
        this.base = base;
        this.local = "file".equalsIgnoreCase(base.getScheme());
        this.secure = "https".equalsIgnoreCase(base.getScheme());
    }

    /** Applies {@code <base href>}. */
    void rebase(String href) {
        String moved = resolve(href);
        if (moved != null) {
            base = URI.create(moved);
        }
    }

    /** Gives the absolute address without user info and fragment, or null. */
    String resolve(String href) {
        String clean = quoted(withoutFragment(href.strip()));
        if (clean == null) {
            return null;
        }
        if (!isWeb(clean)) {
            try {
                clean = base.resolve(clean).toString();
            } catch (IllegalArgumentException malformed) {
                return null;
            }
            if (!isWeb(clean) && !(local && clean.startsWith("file:"))) {
                return null;
            }
        }
        if (secure && !clean.regionMatches(true, 0, "https:", 0, 6)) {
            // What https protects is lost on the last step, and loopback is another machine's idea of this one.
            downgrade = downgrades++ == 0 ? clean : downgrade;
            return null;
        }
        String url = clean.indexOf('@') < 0 ? clean : withoutUserInfo(clean);
        return hasHost(url) && hasPort(url) && (url.indexOf('[') < 0 && url.indexOf(']') < 0 || isUri(url))
                ? url
                : null;
    }

    /** Says how many links led from https to plain http, and one of them; empty where none did. */
    String downgraded() {
        return downgrades == 0
                ? ""
                : downgrades + (downgrades == 1 ? " link leads" : " links lead")
                        + " from https to plain http, which is refused; the first to "
                        + SafeUrl.printable(withoutUserInfo(downgrade).replaceFirst("[?].*", "?…"));
    }

    int downgrades() {
        return downgrades;
    }

    private static boolean hasHost(String url) {
        int host = url.indexOf("//") + 2;
        return url.startsWith("file:") || host < url.length() && "/?:".indexOf(url.charAt(host)) < 0;
    }

    /** Tells whether what stands behind the host's colon, if anything, is a port. */
    private static boolean hasPort(String url) {
        if (url.startsWith("file:")) {
            return true;
        }
        int start = url.indexOf("//") + 2;
        int end = start;
        int colon = -1;
        for (; end < url.length() && "/?".indexOf(url.charAt(end)) < 0; end++) {
            char c = url.charAt(end);
            colon = c == ':' ? end : c == ']' ? -1 : colon;
        }
        if (colon < 0) {
            return true;
        }
        int port = 0;
        for (int i = colon + 1; i < end; i++) {
            char c = url.charAt(i);
            port = c < '0' || c > '9' || port > LAST_PORT ? LAST_PORT + 1 : port * 10 + c - '0';
        }
        return port > 0 && port <= LAST_PORT;
    }

    /** Tells whether URI takes it: what is quoted it always takes, but for brackets around something else. */
    private static boolean isUri(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isWeb(String url) {
        return url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
    }

    private static String withoutFragment(String href) {
        int hash = href.indexOf('#');
        return hash < 0 ? href : href.substring(0, hash);
    }

    private static String withoutUserInfo(String url) {
        int start = url.indexOf("//") + 2;
        int slash = url.indexOf('/', start);
        int end = slash < 0 ? url.length() : slash;
        int at = url.lastIndexOf('@', end - 1);
        return at < start ? url : url.substring(0, start) + url.substring(at + 1);
    }

    /** Finds a value in a fragment of the form {@code sha256=…&egg=…}; empty where it is missing. */
    static String fragment(String href, String key) {
        int at = href.indexOf('#');
        while (at >= 0) {
            int start = at + 1;
            int end = href.indexOf('&', start);
            int stop = end < 0 ? href.length() : end;
            if (href.startsWith(key, start)
                    && start + key.length() < stop
                    && href.charAt(start + key.length()) == '=') {
                return href.substring(start + key.length() + 1, stop).strip();
            }
            at = end;
        }
        return "";
    }

    /** Gives the file name that an address ends with, or null where it is none that may be written to a folder. */
    static String fileName(String url) {
        int query = url.indexOf('?');
        int stop = query < 0 ? url.length() : query;
        String last = url.substring(url.lastIndexOf('/', stop - 1) + 1, stop);
        return safe(last.indexOf('%') < 0 ? last : decoded(last));
    }

    /** Lets through names of letters, digits and {@code . _ - + !}, as wheels and sdists have them; else null. */
    static String safe(String name) {
        if (name == null || name.isEmpty() || name.length() > 255 || name.charAt(0) == '.') {
            return null;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!Chars.isFile(name.charAt(i))) {
                return null;
            }
        }
        return name;
    }

    private static String decoded(String part) {
        byte[] bytes = new byte[part.length()];
        int length = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%') {
                int high = i + 2 < part.length() ? Chars.digit(part.charAt(i + 1)) : -1;
                int low = high < 0 ? -1 : Chars.digit(part.charAt(i + 2));
                if (low < 0) {
                    return null;
                }
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** Writes what URI refuses as percent escapes, as browsers do; null where control characters are in it. */
    private static String quoted(String href) {
        for (int i = 0; i < href.length(); i++) {
            if (!Chars.isUrl(href.charAt(i)) && !isEscape(href, i)) {
                return escaped(href);
            }
        }
        return href;
    }

    private static boolean isEscape(String href, int at) {
        return href.charAt(at) == '%'
                && at + 2 < href.length()
                && Chars.digit(href.charAt(at + 1)) >= 0
                && Chars.digit(href.charAt(at + 2)) >= 0;
    }

    private static String escaped(String href) {
        StringBuilder clean = new StringBuilder(href.length() + 16);
        int path = pathStart(href);
        for (int i = 0; i < href.length(); ) {
            int c = href.codePointAt(i);
            if (c < ' ' || c == 0x7F) {
                return null;
            }
            boolean bracket = i < path && (c == '[' || c == ']');
            if (c < 0x7F && (Chars.isUrl((char) c) || bracket || isEscape(href, i))) {
                clean.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    clean.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
                }
            }
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    /** Finds where the authority ends, which alone may hold brackets: those of an IPv6 address. */
    private static int pathStart(String href) {
        int slashes = href.indexOf("//");
        if (slashes < 0) {
            return 0;
        }
        int slash = href.indexOf('/', slashes + 2);
        return slash < 0 ? href.length() : slash;
    }

    /** Gives the origin of an address, for what is remembered by host. */
    static String origin(URI url) {
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
