package dev.airgap.http;

import java.net.URI;
import java.util.Optional;

/** Chooses the proxy for an address. Only scheme, host and port of the address may count. */
@FunctionalInterface
public interface Proxies {

    Proxies NONE = url -> Optional.empty();

    /** Gives the proxy, or nothing for a direct connection. */
    Optional<ProxyServer> forUrl(URI url);
}
