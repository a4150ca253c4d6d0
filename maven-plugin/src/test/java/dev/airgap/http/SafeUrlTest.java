package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SafeUrlTest {

    @Test
    void leavesSecretsOut() {
        assertThat(SafeUrl.text(URI.create("https://ann:pw@h.example:8443/a/b?X-Signature=abc#f")))
                .isEqualTo("https://h.example:8443/a/b?…");
        assertThat(SafeUrl.text(URI.create("https://h.example"))).isEqualTo("https://h.example");
        assertThat(SafeUrl.text(URI.create("mailto:ann@h.example"))).isEqualTo("mailto:…");
    }

    @Test
    void takesControlCharactersOut() {
        assertThat(SafeUrl.printable("a\u001b[31mb\r\nc\u202e")).isEqualTo("a?[31mb??c?");
        assertThat(SafeUrl.printable("x".repeat(600))).hasSize(501);
        assertThat(SafeUrl.printable("a\u202eb\u2028c\u2029d")).isEqualTo("a?b?c?d");
    }

    @Test
    void knowsOrigins() {
        assertThat(Origin.of(URI.create("HTTPS://H.Example/x"))).isEqualTo(new Origin("https", "h.example", 443));
        assertThat(Origin.of(URI.create("http://h.example:8080/")).toString()).isEqualTo("http://h.example:8080");
        assertThat(Origin.of(URI.create("https://h.example:443/")).toString()).isEqualTo("https://h.example");
        assertThat(Origin.of(URI.create("http://ann:pw@my_nexus:8081/x")))
                .isEqualTo(new Origin("http", "my_nexus", 8081));
        assertThatThrownBy(() -> Origin.of(URI.create("ftp://h.example/"))).hasMessageContaining("neither an https");
        assertThatThrownBy(() -> Origin.of(URI.create("https:///x"))).hasMessageContaining("names no host");
    }

    @Test
    void tellsLoopbackByName() {
        for (String url :
                new String[] {"http://localhost", "http://a.localhost", "http://127.8.8.8", "http://[::1]:8"}) {
            assertThat(Origin.of(URI.create(url)).loopback()).as(url).isTrue();
        }
        for (String url : new String[] {"http://127.evil.example", "http://localhost.evil", "http://128.0.0.1"}) {
            assertThat(Origin.of(URI.create(url)).loopback()).as(url).isFalse();
        }
    }
}
