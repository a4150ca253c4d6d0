package dev.airgap.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Settles how a transport behaves; made by {@link #builder}.
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
 * @param deadline at most this long from the first byte sent to the last received, for all but big files
 * @param pace how slow a big file may come
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
        Duration deadline,
        Pace pace,
        Map<Origin, Duration> patience,
        Duration longestWait) {

    /** The greatest page of the public index, 30 MB unpacked, comes within it at 100 kB a second, packed long before. */
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    public HttpSettings {
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(proxies);
        Objects.requireNonNull(gate);
        authorities = List.copyOf(authorities);
        plain = Set.copyOf(plain);
        patience = Map.copyOf(patience);
    }

    /** Begins settings that reach public servers directly, for this version of the plugin. */
    public static Builder builder(String version) {
        return new Builder("airgap-maven-plugin/" + version);
    }

    /** Begins with these settings, to change some. */
    public Builder toBuilder() {
        Builder builder = new Builder(userAgent);
        builder.credentials = credentials;
        builder.proxies = proxies;
        builder.authorities = authorities;
        builder.plain = plain;
        builder.gate = gate;
        builder.retries = retries;
        builder.connectTimeout = connectTimeout;
        builder.readTimeout = readTimeout;
        builder.deadline = deadline;
        builder.pace = pace;
        builder.patience = patience;
        builder.longestWait = longestWait;
        return builder;
    }

    /** Gathers settings; what is not said stays as it was. */
    public static final class Builder {

        private final String userAgent;
        private Credentials credentials = Credentials.NONE;
        private Proxies proxies = Proxies.NONE;
        private List<Authority> authorities = List.of();
        private Set<Origin> plain = Set.of();
        private Consumer<URI> gate = url -> {};
        private int retries = 4;
        private Duration connectTimeout = Duration.ofSeconds(15);
        private Duration readTimeout = Duration.ofSeconds(60);
        private Duration deadline = DEADLINE;
        private Pace pace = Pace.USUAL;
        private Map<Origin, Duration> patience = Map.of();
        private Duration longestWait = Duration.ofMinutes(2);

        private Builder(String userAgent) {
            this.userAgent = userAgent;
        }

        public Builder credentials(Credentials value) {
            credentials = value;
            return this;
        }

        public Builder proxies(Proxies value) {
            proxies = value;
            return this;
        }

        public Builder authorities(List<Authority> value) {
            authorities = value;
            return this;
        }

        public Builder plain(Set<Origin> value) {
            plain = value;
            return this;
        }

        public Builder gate(Consumer<URI> value) {
            gate = value;
            return this;
        }

        /** Sets how often is tried again, and the longest wait that a server may ask for. */
        public Builder retries(int count, Duration longest) {
            retries = count;
            longestWait = longest;
            return this;
        }

        public Builder timeouts(Duration connect, Duration read) {
            connectTimeout = connect;
            readTimeout = read;
            return this;
        }

        public Builder deadline(Duration value) {
            deadline = value;
            return this;
        }

        public Builder pace(Pace value) {
            pace = value;
            return this;
        }

        public Builder patience(Map<Origin, Duration> value) {
            patience = value;
            return this;
        }

        public HttpSettings build() {
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
                    deadline,
                    pace,
                    patience,
                    longestWait);
        }
    }
}
