package dev.airgap.http;

import java.net.URI;
import java.util.Locale;

/**
 * Names what credentials and permissions are bound to (RFC 6454).
 *
 * @param scheme http or https
 * @param host lower case, IPv6 addresses in brackets
 * @param port the effective one, never -1
 */
public record Origin(String scheme, String host, int port) {

    /**
     * Takes an address's origin.
     *
     * @throws IllegalArgumentException where the address is not http or https or names no host
     */
    public static Origin of(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("\"" + SafeUrl.text(url) + "\" is neither an https nor an http address");
        }
        String host = url.getHost();
        int port = url.getPort();
        if (host == null && url.getRawAuthority() != null) {
            // java.net.URI knows no host with an underscore, of which container networks are full.
            String authority =
                    url.getRawAuthority().substring(url.getRawAuthority().lastIndexOf('@') + 1);
            int colon = authority.lastIndexOf(':');
            host = colon < 0 ? authority : authority.substring(0, colon);
            port = colon < 0 ? -1 : number(authority.substring(colon + 1));
        }
        if (host == null || host.isEmpty()) {
            throw new IllegalArgumentException("\"" + SafeUrl.text(url) + "\" names no host");
        }
        int effective = port >= 0 ? port : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, host.toLowerCase(Locale.ROOT), effective);
    }

    private static int number(String port) {
        try {
            return Integer.parseUnsignedInt(port);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    public boolean plain() {
        return scheme.equals("http");
    }

    /** Tells by the name alone, without a look-up, whether this machine itself is meant (RFC 6761, RFC 1122). */
    public boolean loopback() {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || (host.startsWith("127.") && dotted(host));
    }

    private static boolean dotted(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Writes the origin as it stands in an address, without a default port. */
    @Override
    public String toString() {
        boolean usual = port == (plain() ? 80 : 443);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
