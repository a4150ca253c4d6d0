package dev.airgap.http;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes a request.
 *
 * @param method GET or HEAD
 * @param url absolute, http or https, no user info
 * @param headers beside those the transport sets (User-Agent, Authorization)
 * @param redirects whether redirects are followed; where not, the 3xx itself is the answer
 */
public record Ask(String method, URI url, Map<String, String> headers, boolean redirects) {

    public static Ask get(URI url) {
        return new Ask("GET", url, Map.of(), true);
    }

    public static Ask head(URI url) {
        return new Ask("HEAD", url, Map.of("Accept-Encoding", "identity"), true);
    }

    /** Adds a header. */
    public Ask with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Ask(method, url, Map.copyOf(more), redirects);
    }

    public Ask withoutRedirects() {
        return new Ask(method, url, headers, false);
    }
}
