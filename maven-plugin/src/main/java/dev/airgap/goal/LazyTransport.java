package dev.airgap.goal;

import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Opens the network's transport at the first request: where all answers are cached, no client is ever built.
 *
 * @param addresses what is asked for in place of an address that was cleaned of its login and query
 */
record LazyTransport(Network network, Map<String, String> addresses) implements Transport {

    @Override
    public Reply send(Ask ask) throws IOException {
        return local(ask) ? FileReply.of(ask.url()) : network.transport().send(whole(ask));
    }

    @Override
    public Reply send(Ask ask, Consumer<Runnable> handle) throws IOException {
        return local(ask) ? FileReply.of(ask.url()) : network.transport().send(whole(ask), handle);
    }

    LazyTransport(Network network) {
        this(network, Map.of());
    }

    private Ask whole(Ask ask) {
        String address = addresses.get(ask.url().toString());
        // The login is granted to its origin; what is sent as an address has none.
        return address == null ? ask : ask.to(URI.create(Wishes.withoutUser(address)));
    }

    /** A folder of wheels is an index like any other; no redirect leads here. */
    private static boolean local(Ask ask) {
        return "file".equals(ask.url().getScheme());
    }

    /** Leaves the transport to the network that owns it. */
    @Override
    public void close() {}
}
