package dev.airgap.http;

import java.util.Objects;
import java.util.Optional;

/**
 * Names an HTTP proxy, spoken to in plain http; https goes through it by CONNECT.
 *
 * @param host never empty
 * @param port 1 to 65535
 * @param login what it demands, if anything
 * @param from where it was configured, as messages name it: {@code HTTPS_PROXY}, {@code settings.xml}
 */
public record ProxyServer(String host, int port, Optional<Credential.Basic> login, String from) {

    public ProxyServer {
        Objects.requireNonNull(host);
        Objects.requireNonNull(login);
        Objects.requireNonNull(from);
    }

    /** Writes host and port. */
    String address() {
        return host + ":" + port;
    }
}
