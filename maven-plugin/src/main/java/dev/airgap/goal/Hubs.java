package dev.airgap.goal;

import dev.airgap.hub.Hub;

/** Opens a hub at the address that holds on this machine. */
final class Hubs {

    private Hubs() {}

    static Hub open(Address address, Network network) {
        return new Hub(address.id(), address.effective(), new LazyTransport(network), network.hubEtagTimeout());
    }
}
