package dev.airgap.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Describes a request as a route sees it.
 *
 * @param method in upper case
 * @param path decoded, absolute, without the query
 * @param query as it was sent, undecoded; empty where there was none
 * @param headers by lower-case name; several values of one name are joined by ", "
 * @param body empty where there was none
 */
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** Gives a header's value, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Gives the query's parameters, decoded; the last of equal names wins. */
    public Map<String, String> parameters() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int eq = pair.indexOf('=');
                String name = eq < 0 ? pair : pair.substring(0, eq);
                String value = eq < 0 ? "" : pair.substring(eq + 1);
                found.put(decode(name), decode(value));
            }
        }
        return found;
    }

    /** Forgets a header. */
    public Request without(String name) {
        Map<String, String> fewer = new TreeMap<>(headers);
        fewer.remove(name.toLowerCase(Locale.ROOT));
        return new Request(method, path, query, fewer, body);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
