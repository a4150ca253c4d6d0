package dev.airgap.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Describes a request.
 *
 * @param method GET or HEAD
 * @param url absolute, http or https, no user info
 * @param headers beside those the transport sets (User-Agent, Authorization)
 * @param redirects whether redirects are followed; where not, the 3xx itself is the answer
 * @param readTimeout how long a read may wait for bytes; zero takes the transport's own
 * @param bulk whether the body is a big file: it then has a connection of its own and is never compressed on the way
 * @param impatient whether the first answer or failure is taken as it is, where others would ask again
 */
public record Ask(
        String method,
        URI url,
        Map<String, String> headers,
        boolean redirects,
        Duration readTimeout,
        boolean bulk,
        boolean impatient) {

    public Ask {
        Objects.requireNonNull(method);
        Objects.requireNonNull(url);
        Objects.requireNonNull(readTimeout);
        headers = Map.copyOf(headers);
    }

    public static Ask get(URI url) {
        return new Ask("GET", url, Map.of(), true, Duration.ZERO, false, false);
    }

    public static Ask head(URI url) {
        return new Ask("HEAD", url, Map.of("Accept-Encoding", "identity"), true, Duration.ZERO, false, false);
    }

    /** Asks for a big file. */
    public static Ask file(URI url) {
        return new Ask("GET", url, Map.of("Accept-Encoding", "identity"), true, Duration.ZERO, true, false);
    }

    /** Adds a header. */
    public Ask with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Ask(method, url, more, redirects, readTimeout, bulk, impatient);
    }

    /** Asks another address for the same. */
    public Ask to(URI other) {
        return new Ask(method, other, headers, redirects, readTimeout, bulk, impatient);
    }

    public Ask withoutRedirects() {
        return new Ask(method, url, headers, false, readTimeout, bulk, impatient);
    }

    /** Sets how long a read may wait; zero takes the transport's own. */
    public Ask within(Duration timeout) {
        return new Ask(method, url, headers, redirects, timeout, bulk, impatient);
    }

    /** Takes the first answer or failure as it is. */
    public Ask once() {
        return new Ask(method, url, headers, redirects, readTimeout, bulk, true);
    }
}
