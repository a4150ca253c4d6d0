package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pypi.org/simple/",
                "http://localhost:8080",
                "https://user:p%40ss@host:443/x",
                "http://under_score:8081/simple",
                "http://[::1]:1/"
            })
    void whatCanBeAskedHasNoFlaw(String address) {
        assertThat(WebAddress.flaw(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:99999/, port",
        "http://localhost:0/, port",
        "http://localhost:x/, port",
        "ftp://host/, https",
        "wheels, https",
        "https:///path, host",
        "https://host/a b, blank"
    })
    void aFlawIsSaid(String address, String word) {
        assertThat(WebAddress.flaw(address)).contains(word).endsWith(".");
    }
}
