package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.testkit.Answer;
import dev.airgap.testkit.Certificates;
import dev.airgap.testkit.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final HttpSettings SETTINGS =
            HttpSettings.builder("1").retries(1, Duration.ZERO).build();

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static LoopbackServer server;

    @BeforeAll
    static void start() {
        certificates = Certificates.in(folder.resolve("ca"));
        server = LoopbackServer.start(certificates).serve("/a", Answer.of(200, "hello"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static String text(HttpSettings settings, Ask ask) throws IOException {
        try (OkTransport transport = OkTransport.open(settings);
                Reply reply = transport.send(ask)) {
            return new String(reply.bytes(1000), StandardCharsets.UTF_8);
        }
    }

    private static HttpSettings trusting(Path... paths) {
        return SETTINGS.toBuilder()
                .authorities(List.of(paths).stream()
                        .map(path -> new Authority("SSL_CERT_FILE", path))
                        .toList())
                .build();
    }

    @Test
    void trustsAPrivateAuthorityFromPem() throws IOException {
        assertThat(text(trusting(certificates.caPem()), Ask.get(server.url("/a"))))
                .isEqualTo("hello");
        assertThat(text(trusting(certificates.caPem()), Ask.file(server.url("/a"))))
                .isEqualTo("hello");
    }

    @Test
    void findsItAmongOthersAndInFolders() throws IOException {
        Path hashed = Files.createDirectories(folder.resolve("certs"));
        Files.writeString(
                hashed.resolve("bundle.0"), "# Corp\n\n" + Files.readString(certificates.caPem()) + "\ntrailing\n");
        Files.writeString(hashed.resolve("README"), "no certificate");
        Path absent = folder.resolve("absent.pem");
        assertThat(text(trusting(absent, hashed), Ask.get(server.url("/a")))).isEqualTo("hello");
    }

    @Test
    void namesTheMissingAuthorityAndWhereToPutIt() {
        Path absent = folder.resolve("absent.pem");
        assertThatThrownBy(() -> text(trusting(absent), Ask.get(server.url("/a"))))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("The server 127.0.0.1:" + server.port()
                        + " presents certificates of an authority that is trusted nowhere here\n  at "
                        + server.url("/a"))
                .hasMessageContaining("missing authority: CN=Loopback Test CA,O=airgap")
                .hasMessageContaining("looked in: Java's own trust store")
                .hasMessageContaining("looked in: " + absent + " (SSL_CERT_FILE), which does not exist")
                .hasMessageContaining("as PEM into a file and name it by SSL_CERT_FILE")
                .hasMessageContaining("-Djavax.net.ssl.trustStore in MAVEN_OPTS")
                .hasMessageNotContaining("connection");
    }

    @Test
    void namesADamagedPemFile() throws IOException {
        String pem = Files.readString(certificates.caPem());
        Path damaged = Files.writeString(folder.resolve("damaged.pem"), pem.substring(0, pem.length() / 2));
        assertThatThrownBy(() -> text(trusting(damaged), Ask.get(server.url("/a"))))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith(
                        "The certificates to trust can't be read, so the server 127.0.0.1:" + server.port())
                .hasMessageContaining("in: " + damaged + " (SSL_CERT_FILE)")
                .hasMessageContaining(damaged + ": the certificate that begins at character 0 has no end");
    }

    @Test
    void refusesACertificateForAnotherName() throws IOException {
        // The certificate names 127.0.0.1 and localhost alone; this name needs no DNS.
        HttpSettings proxied;
        try (dev.airgap.testkit.ProxyServer proxy =
                dev.airgap.testkit.ProxyServer.start().all(server.origin())) {
            proxied = trusting(certificates.caPem()).toBuilder()
                    .proxies(EnvironmentProxies.of(Map.of("https_proxy", proxy.origin())))
                    .build();
            assertThatThrownBy(() -> text(proxied, Ask.get(URI.create("https://other.example/a"))))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith("The server other.example:443 presents a certificate for other names")
                    .hasMessageContaining("localhost");
        }
    }

    @Test
    void refusesARedirectFromHttpsToHttp() {
        try (LoopbackServer plain = LoopbackServer.start()) {
            server.redirect("/down", 302, plain.origin());
            plain.serve("/down", Answer.of(200, "hello"));
            assertThatThrownBy(() -> text(trusting(certificates.caPem()), Ask.get(server.url("/down"))))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith("The server redirects from https to plain http, which is refused\n  at "
                            + server.url("/down") + "\n  to " + plain.url("/down"));
            assertThat(plain.log()).isEmpty();
        }
    }

    @Test
    void saysWhenAServerSpeaksNoTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(plain), "plain");
            answering.start();
            URI wrong = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");
            assertThatThrownBy(() ->
                            text(SETTINGS.toBuilder().retries(0, Duration.ZERO).build(), Ask.get(wrong)))
                    .hasMessageStartingWith("The server 127.0.0.1:" + plain.getLocalPort() + " does not speak TLS");
            answering.join();
        }
    }

    private static void answer(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesATrustStoreThatCannotBeRead() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.p12"), "no key store");
        assertThat(ChildJvm.output(ChildJvm.start(
                        List.of("-Djavax.net.ssl.trustStore=" + broken),
                        Fetching.class,
                        server.url("/a").toString())))
                .startsWith("The certificates to trust can't be read")
                .contains("in: " + broken + " (javax.net.ssl.trustStore)");
    }

    @Test
    void honoursJavasTrustStoreProperty() throws Exception {
        String store = "-Djavax.net.ssl.trustStore=" + certificates.trustStore();
        String url = server.url("/a").toString();
        assertThat(ChildJvm.output(ChildJvm.start(
                        List.of(store, "-Djavax.net.ssl.trustStorePassword=changeit"), Fetching.class, url)))
                .isEqualTo("hello");
        String wrong = "-Djavax.net.ssl.trustStore=" + folder.resolve("absent.p12");
        assertThat(ChildJvm.output(ChildJvm.start(List.of(wrong), Fetching.class, url)))
                .contains("missing authority: CN=Loopback Test CA,O=airgap")
                .contains("absent.p12 (javax.net.ssl.trustStore)");
    }

    /** Fetches one address and prints the body or the failure. */
    static final class Fetching {
        public static void main(String[] arguments) {
            String said;
            try {
                said = text(SETTINGS, Ask.get(URI.create(arguments[0])));
            } catch (IOException e) {
                said = e.getMessage();
            }
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        }
    }
}
