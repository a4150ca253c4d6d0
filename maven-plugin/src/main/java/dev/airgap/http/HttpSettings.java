package dev.airgap.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Settles how a transport behaves; made from {@link #of} and changed by the {@code with} methods.
 *
 * @param userAgent value of the User-Agent header
 * @param credentials who is shown what
 * @param proxies the way to each address
 * @param authorities PEM files and folders whose certificates are trusted beside Java's own
 * @param plain origins, beside loopback, that may be spoken to without TLS because the POM says so
 * @param gate called with each address before anything is sent to it; throws to refuse, which is how Maven's offline
 *     mode comes in; an UncheckedIOException is passed on as its cause
 * @param retries how often a request is sent again after a failed connection, 408, 429 or 5xx
 * @param connectTimeout at most this long for TCP and TLS
 * @param readTimeout at most this long between two bytes, unless the request says otherwise
 * @param patience read timeouts of single origins, as the HF_HUB_DOWNLOAD_TIMEOUT of a hub; wherever they redirect to
 * @param longestWait a server's Retry-After beyond this is not obeyed: its answer is given as it is
 */
public record HttpSettings(
        String userAgent,
        Credentials credentials,
        Proxies proxies,
        List<Authority> authorities,
        Set<Origin> plain,
        Consumer<URI> gate,
        int retries,
        Duration connectTimeout,
        Duration readTimeout,
        Map<Origin, Duration> patience,
        Duration longestWait) {

    public HttpSettings {
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(proxies);
        Objects.requireNonNull(gate);
        authorities = List.copyOf(authorities);
        plain = Set.copyOf(plain);
        patience = Map.copyOf(patience);
    }

    /** Makes settings that reach public servers directly, for this version of the plugin. */
    public static HttpSettings of(String version) {
        return new HttpSettings(
                "airgap-maven-plugin/" + version,
                Credentials.NONE,
                Proxies.NONE,
                List.of(),
                Set.of(),
                url -> {},
                4,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Map.of(),
                Duration.ofSeconds(120));
    }

    public HttpSettings with(Credentials other) {
        return new HttpSettings(
                userAgent,
                other,
                proxies,
                authorities,
                plain,
                gate,
                retries,
                connectTimeout,
                readTimeout,
                patience,
                longestWait);
    }

    public HttpSettings with(Proxies other) {
        return new HttpSettings(
                userAgent,
                credentials,
                other,
                authorities,
                plain,
                gate,
                retries,
                connectTimeout,
                readTimeout,
                patience,
                longestWait);
    }

    public HttpSettings withAuthorities(List<Authority> other) {
        return new HttpSettings(
                userAgent,
                credentials,
                proxies,
                other,
                plain,
                gate,
                retries,
                connectTimeout,
                readTimeout,
                patience,
                longestWait);
    }

    public HttpSettings withPlain(Set<Origin> other) {
        return new HttpSettings(
                userAgent,
                credentials,
                proxies,
                authorities,
                other,
                gate,
                retries,
                connectTimeout,
                readTimeout,
                patience,
                longestWait);
    }

    public HttpSettings withGate(Consumer<URI> other) {
        return new HttpSettings(
                userAgent,
                credentials,
                proxies,
                authorities,
                plain,
                other,
                retries,
                connectTimeout,
                readTimeout,
                patience,
                longestWait);
    }

    public HttpSettings withRetries(int count, Duration longest) {
        return new HttpSettings(
                userAgent,
                credentials,
                proxies,
                authorities,
                plain,
                gate,
                count,
                connectTimeout,
                readTimeout,
                patience,
                longest);
    }

    public HttpSettings withTimeouts(Duration connect, Duration read) {
        return new HttpSettings(
                userAgent,
                credentials,
                proxies,
                authorities,
                plain,
                gate,
                retries,
                connect,
                read,
                patience,
                longestWait);
    }

    public HttpSettings withPatience(Map<Origin, Duration> other) {
        return new HttpSettings(
                userAgent,
                credentials,
                proxies,
                authorities,
                plain,
                gate,
                retries,
                connectTimeout,
                readTimeout,
                other,
                longestWait);
    }
}
