package dev.airgap.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/**
 * Tells which hosts NO_PROXY exempts: names with all their subdomains, addresses, networks such as 10.0.0.0/8, each
 * with a port where one is given; {@code *} exempts all. Names end at a dot, as curl has it.
 */
final class NoProxy {

    private final List<String> entries;

    private NoProxy(List<String> entries) {
        this.entries = entries;
    }

    static NoProxy parse(String text) {
        List<String> entries = new ArrayList<>();
        StringTokenizer words = new StringTokenizer(text.toLowerCase(Locale.ROOT), ", \t");
        while (words.hasMoreTokens()) {
            String entry = words.nextToken();
            if (entry.startsWith("*.")) {
                entry = entry.substring(2);
            } else if (entry.startsWith(".")) {
                entry = entry.substring(1);
            }
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return new NoProxy(entries);
    }

    boolean covers(Origin origin) {
        String host = origin.host();
        byte[] address = literal(host);
        for (String entry : entries) {
            if (entry.equals("*")) {
                return true;
            }
            if (address == null ? named(host, origin.port(), entry) : within(address, origin, entry)) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(String host, int port, String entry) {
        int colon = entry.lastIndexOf(':');
        String name = entry;
        if (colon > 0) {
            if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        return host.equals(name) || (host.endsWith(name) && host.charAt(host.length() - name.length() - 1) == '.');
    }

    private static boolean within(byte[] address, Origin origin, String entry) {
        int slash = entry.indexOf('/');
        if (slash < 0) {
            if (entry.equals(origin.host() + ":" + origin.port())) {
                return true;
            }
            byte[] same = literal(entry);
            return same != null
                    && new BigInteger(1, same).equals(new BigInteger(1, address))
                    && same.length == address.length;
        }
        byte[] network = literal(entry.substring(0, slash));
        if (network == null || network.length != address.length) {
            return false;
        }
        int bits;
        try {
            bits = Integer.parseInt(entry.substring(slash + 1));
        } catch (NumberFormatException e) {
            return false;
        }
        int rest = address.length * 8 - bits;
        return bits >= 0
                && rest >= 0
                && new BigInteger(1, network).shiftRight(rest).equals(new BigInteger(1, address).shiftRight(rest));
    }

    /** Reads an IP literal without ever asking the DNS; null for a name. */
    private static byte[] literal(String host) {
        boolean six = host.indexOf(':') >= 0;
        if (six && !host.startsWith("[") && host.indexOf(':') == host.lastIndexOf(':')) {
            return null;
        }
        int dots = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean hex = six && (c == ':' || c == '[' || c == ']' || Character.digit(c, 16) >= 0);
            if (c == '.') {
                dots++;
            } else if (!hex && (c < '0' || c > '9')) {
                return null;
            }
        }
        if (!six && dots != 3) {
            return null;
        }
        try {
            return InetAddress.getByName(host).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
