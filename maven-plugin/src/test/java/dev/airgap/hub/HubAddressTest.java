package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HubAddressTest {

    private final HubAddress address = new HubAddress(URI.create("https://host/api/hub//"));

    @Test
    void quotesAsTheReferenceClientDoes() {
        ModelRequest request = ModelRequest.of("hub", "org/name", "refs/pr/1");

        assertThat(address.revision(request, request.revision()))
                .hasToString("https://host/api/hub/api/models/org/name/revision/refs%2Fpr%2F1");
        assertThat(address.resolve("dataset", "org/name", "feature/x", "a b/\u00e9#?%+~.bin"))
                .hasToString(
                        "https://host/api/hub/datasets/org/name/resolve/feature%2Fx/a%20b/%C3%A9%23%3F%25%2B~.bin");
        assertThat(address.page(request)).isEqualTo("https://host/api/hub/org/name");
    }
}
