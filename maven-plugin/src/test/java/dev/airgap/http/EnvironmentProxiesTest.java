package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {

    private static Optional<String> proxy(Map<String, String> environment, String url) {
        return EnvironmentProxies.of(environment).forUrl(URI.create(url)).map(ProxyServer::address);
    }

    @Test
    void choosesByScheme() {
        Map<String, String> both = Map.of("HTTP_PROXY", "http://h.example:1", "HTTPS_PROXY", "http://s.example:2");
        assertThat(proxy(both, "http://x.example/")).contains("h.example:1");
        assertThat(proxy(both, "https://x.example/")).contains("s.example:2");
        assertThat(proxy(Map.of("HTTP_PROXY", "http://h.example:1"), "https://x.example/"))
                .isEmpty();
        assertThat(proxy(Map.of("ALL_PROXY", "a.example:3"), "https://x.example/"))
                .contains("a.example:3");
    }

    @Test
    void prefersLowerCaseEvenEmpty() {
        Map<String, String> two = Map.of("HTTPS_PROXY", "http://upper:1", "https_proxy", "http://lower:2");
        assertThat(proxy(two, "https://x.example/")).contains("lower:2");
        assertThat(proxy(Map.of("HTTPS_PROXY", "http://upper:1", "https_proxy", ""), "https://x.example/"))
                .isEmpty();
        assertThat(proxy(Map.of("ALL_PROXY", "http://all:1", "HTTPS_PROXY", ""), "https://x.example/"))
                .isEmpty();
    }

    @Test
    void distrustsHttpProxyUnderAWebServer() {
        Map<String, String> cgi = Map.of("REQUEST_METHOD", "GET", "HTTP_PROXY", "http://evil:1");
        assertThat(proxy(cgi, "http://x.example/")).isEmpty();
        assertThat(proxy(Map.of("REQUEST_METHOD", "GET", "http_proxy", "http://good:1"), "http://x.example/"))
                .contains("good:1");
    }

    @Test
    void readsLoginAndDefaults() {
        ProxyServer proxy = EnvironmentProxies.of(Map.of("HTTPS_PROXY", "http://d%5Cann:p%40s+s@proxy.example"))
                .forUrl(URI.create("https://x.example/"))
                .orElseThrow();
        assertThat(proxy.address()).isEqualTo("proxy.example:80");
        assertThat(proxy.login()).contains(new Credential.Basic("d\\ann", "p@s+s"));
        assertThat(proxy.from()).isEqualTo("HTTPS_PROXY");
        assertThat(proxy.toString()).doesNotContain("p@s");
    }

    @Test
    void refusesWhatItCantSpeak() {
        assertThatThrownBy(() -> EnvironmentProxies.of(Map.of("ALL_PROXY", "socks5://u:secret@p:1080")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ALL_PROXY names a proxy of type socks5")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> EnvironmentProxies.of(Map.of("HTTPS_PROXY", "http://u:se cret@p:1080")))
                .hasMessage("HTTPS_PROXY is no address of a proxy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*; https://x.example/; true",
                "example.com; https://example.com/; true",
                "example.com; https://a.b.example.com/; true",
                "example.com; https://notexample.com/; false",
                ".example.com; https://a.example.com/; true",
                ".example.com; https://example.com/; true",
                "*.example.com; https://a.example.com/; true",
                "a.example, EXAMPLE.com; https://Example.COM/; true",
                "a.example example.com; https://example.com/; true",
                "example.com:8443; https://example.com:8443/; true",
                "example.com:8443; https://example.com/; false",
                "example.com:443; https://example.com/; true",
                "10.0.0.0/8; https://10.1.2.3/; true",
                "10.0.0.0/8; https://11.1.2.3/; false",
                "10.0.0.0/33; https://10.1.2.3/; false",
                "10.0.0.0/x; https://10.1.2.3/; false",
                "10.1.2.3; https://10.1.2.3/; true",
                "10.1.2.3:8443; https://10.1.2.3:8443/; true",
                "1.2.3; https://10.1.2.3/; false",
                "::1; https://[::1]/; true",
                "fd00::/8; https://[fd12::1]/; true",
                "fd00::/8; https://[fe12::1]/; false",
                "localhost,127.0.0.1; https://localhost:8080/; true",
                "; https://example.com/; false",
            })
    void honoursNoProxy(String except, String url, boolean direct) {
        Map<String, String> environment = Map.of("https_proxy", "http://p:1", "NO_PROXY", except == null ? "" : except);
        assertThat(proxy(environment, url).isEmpty()).isEqualTo(direct);
    }
}
