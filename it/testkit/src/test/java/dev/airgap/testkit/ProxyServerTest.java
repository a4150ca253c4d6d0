package dev.airgap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyServerTest {
    private final ProxyServer proxy = ProxyServer.start();
    private final LoopbackServer origin =
            LoopbackServer.start().file("/f", "hello".getBytes(StandardCharsets.US_ASCII));

    @AfterEach
    void close() {
        proxy.close();
        origin.close();
    }

    private HttpClient.Builder through() {
        return HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void forwardsToAnyHostItIsToldToStandFor() throws Exception {
        proxy.all(origin.origin());
        assertThat(get(through().build(), "http://index.example/f?x=1").body()).isEqualTo("hello");
        assertThat(proxy.log()).containsExactly("GET http://index.example/f?x=1 -> 200");
        assertThat(origin.log("/f").get(0).header("Host")).contains("index.example");
    }

    @Test
    void demandsCredentials() throws Exception {
        proxy.demandBasic("bob", "pw");
        HttpClient knowing = through()
                .authenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication("bob", "pw".toCharArray());
                    }
                })
                .build();
        assertThat(get(knowing, origin.origin() + "/f").body()).isEqualTo("hello");
        assertThat(proxy.log()).first().asString().endsWith("-> 407");
        assertThat(proxy.log()).last().asString().endsWith("-> 200");
    }

    @Test
    void tunnels(@TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.in(folder);
        try (LoopbackServer https = LoopbackServer.start(certificates)) {
            https.file("/f", "secret".getBytes(StandardCharsets.US_ASCII));
            HttpClient client =
                    through().sslContext(certificates.clientContext()).build();
            assertThat(get(client, https.origin() + "/f").body()).isEqualTo("secret");
            assertThat(proxy.log()).containsExactly("CONNECT 127.0.0.1:" + https.port() + " -> 200");
        }
    }

    @Test
    void keepsWhatIsDeployed(@TempDir Path folder) throws Exception {
        try (DeployServer deploy = DeployServer.start(folder, "ci", "pw")) {
            HttpRequest.Builder put = HttpRequest.newBuilder(URI.create(deploy.url() + "g/a/1/a-1.tar"))
                    .PUT(HttpRequest.BodyPublishers.ofString("tar"));
            HttpClient client = HttpClient.newHttpClient();
            assertThat(client.send(put.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
            put.header("Authorization", "Basic Y2k6cHc=");
            assertThat(client.send(put.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(201);
            assertThat(Files.readString(folder.resolve("g/a/1/a-1.tar"))).isEqualTo("tar");
        }
    }
}
