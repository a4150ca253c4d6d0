package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.testkit.Answer;
import dev.airgap.testkit.Certificates;
import dev.airgap.testkit.LoopbackServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest {

    private static final URI FAR = URI.create("http://index.invalid/simple/x/");
    private static final HttpSettings SETTINGS = HttpSettings.builder("1")
            .retries(0, Duration.ZERO)
            .plain(Set.of(Origin.of(FAR)))
            .build();

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static LoopbackServer secure;

    private final LoopbackServer server = LoopbackServer.start().serve("/simple/x/", Answer.of(200, "page"));
    private final dev.airgap.testkit.ProxyServer proxy = dev.airgap.testkit.ProxyServer.start();

    @BeforeAll
    static void startSecure() {
        certificates = Certificates.in(folder);
        secure = LoopbackServer.start(certificates).serve("/a", Answer.of(200, "hello"));
    }

    @AfterAll
    static void stopSecure() {
        secure.close();
    }

    @AfterEach
    void stop() {
        server.close();
        proxy.close();
    }

    private HttpSettings through(String login) {
        String address = "http://" + login + "127.0.0.1:" + proxy.port();
        return SETTINGS.toBuilder()
                .authorities(List.of(new Authority("test", certificates.caPem())))
                .proxies(EnvironmentProxies.of(Map.of("HTTP_PROXY", address, "HTTPS_PROXY", address)))
                .build();
    }

    private static String text(HttpSettings settings, URI url) throws IOException {
        return TlsTest.text(settings, Ask.get(url));
    }

    @Test
    void asksAPlainProxyForAHostThatOnlyItKnows() throws IOException {
        proxy.all(server.origin());
        assertThat(text(through(""), FAR)).isEqualTo("page");
        assertThat(proxy.log()).hasSize(1);
    }

    @Test
    void showsThePlainProxyItsLoginAndTheServerNone() throws IOException {
        proxy.all(server.origin()).demandBasic("ann", "p@ss");
        assertThat(text(through("ann:p%40ss@"), FAR)).isEqualTo("page");
        assertThat(proxy.log()).hasSize(1);
        assertThat(server.log().get(0).header("Authorization")).isEmpty();
    }

    @Test
    void tunnelsHttpsWithALogin() throws IOException {
        proxy.demandBasic("ann", "p@ss");
        assertThat(text(through("ann:p%40ss@"), secure.url("/a"))).isEqualTo("hello");
        assertThat(proxy.log()).isNotEmpty().allSatisfy(line -> assertThat(line).startsWith("CONNECT "));
        assertThat(secure.log("/a").get(0).header("Proxy-Authorization")).isEmpty();
    }

    @Test
    void saysThatTheProxyDemandsOrRejectsALogin() {
        proxy.all(server.origin()).demandBasic("ann", "p@ss");
        for (URI url : List.of(FAR, secure.url("/a"))) {
            assertThatThrownBy(() -> text(through(""), url))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith("The proxy 127.0.0.1:" + proxy.port() + " demands a login (407)")
                    .hasMessageContaining("configured by HTTP");
            assertThatThrownBy(() -> text(through("ann:wrong@"), url))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith(
                            "The proxy 127.0.0.1:" + proxy.port() + " rejects the login it was given (407)")
                    .hasMessageNotContaining("wrong");
        }
    }

    @Test
    void namesTheProxyThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        HttpSettings wrong = SETTINGS.toBuilder()
                .proxies(EnvironmentProxies.of(Map.of("HTTPS_PROXY", "127.0.0.1:" + port)))
                .build();
        assertThatThrownBy(() -> text(wrong, secure.url("/a")))
                .hasMessageStartingWith("The proxy 127.0.0.1:" + port + " refuses the connection")
                .hasMessageContaining("through the proxy 127.0.0.1:" + port + " (HTTPS_PROXY)");
    }
}
