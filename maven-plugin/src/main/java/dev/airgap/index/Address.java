package dev.airgap.index;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Resolves a page's links; what is no link to a file on the web, or breaks out of its folder, resolves to null. */
final class Address {

    private static final String HEX = "0123456789ABCDEF";

    private URI base;
    private final boolean local;

    /** Starts from the address that answered; only a page that itself is a local file may link to files. */
    Address(URI base) {
        this.base = base;
        this.local = "file".equalsIgnoreCase(base.getScheme());
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
        return clean.indexOf('@') < 0 ? clean : withoutUserInfo(clean);
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
            char c = name.charAt(i);
            boolean good = c >= 'a' && c <= 'z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '_'
                    || c == '.'
                    || c >= 'A' && c <= 'Z'
                    || c == '+'
                    || c == '!';
            if (!good) {
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
                int high = i + 2 < part.length() ? Character.digit(part.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(part.charAt(i + 2), 16);
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
            char c = href.charAt(i);
            if (c < ' ' || c == 0x7F) {
                return null;
            }
            if (c > '~' || " \"<>\\^`{|}".indexOf(c) >= 0) {
                return escaped(href, i);
            }
        }
        return href;
    }

    private static String escaped(String href, int from) {
        StringBuilder clean = new StringBuilder(href.length() + 16).append(href, 0, from);
        for (byte b : href.substring(from).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < ' ' || c == 0x7F) {
                return null;
            }
            if (c > '~' || " \"<>\\^`{|}".indexOf(c) >= 0) {
                clean.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** Gives the origin of an address, for what is remembered by host. */
    static String origin(URI url) {
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
