package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.testkit.Answer;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Seen;
import dev.airgap.testkit.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OkTransportTest {

    private static final HttpSettings SETTINGS = HttpSettings.builder("1.2")
            .retries(2, Duration.ofSeconds(5))
            .timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20))
            .build();

    private static final HttpSettings ONCE =
            SETTINGS.toBuilder().retries(0, Duration.ZERO).build();

    private final LoopbackServer server = LoopbackServer.start();
    private final LoopbackServer other = LoopbackServer.start();

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    private static String text(HttpSettings settings, Ask ask) throws IOException {
        try (OkTransport transport = OkTransport.open(settings);
                Reply reply = transport.send(ask)) {
            assertThat(reply.status()).isEqualTo(200);
            return new String(reply.bytes(1000), StandardCharsets.UTF_8);
        }
    }

    private static int status(HttpSettings settings, URI url) throws IOException {
        try (OkTransport transport = OkTransport.open(settings);
                Reply reply = transport.send(Ask.get(url))) {
            return reply.status();
        }
    }

    private static HttpSettings with(URI base, Credential credential) {
        return SETTINGS.toBuilder()
                .credentials(new Credentials(List.of(new Credentials.Grant(base, credential)), Netrc.EMPTY, Set.of()))
                .build();
    }

    @Test
    void saysWhoAsks() throws IOException {
        server.serve("/a", Answer.of(200, "hello"));
        assertThat(text(SETTINGS, Ask.get(server.url("/a")).with("Accept", "text/html")))
                .isEqualTo("hello");
        Seen seen = server.log().get(0);
        assertThat(seen.header("User-Agent")).contains("airgap-maven-plugin/1.2");
        assertThat(seen.header("Accept")).contains("text/html");
        assertThat(seen.header("Authorization")).isEmpty();
    }

    @Test
    void unpacksPagesButNeverFiles() throws IOException {
        server.serve("/a", Answer.of(200, "hello ".repeat(50)).gzipped());
        assertThat(text(SETTINGS, Ask.get(server.url("/a"))))
                .startsWith("hello")
                .hasSize(300);
        assertThat(text(SETTINGS, Ask.file(server.url("/a"))))
                .startsWith("hello")
                .hasSize(300);
        assertThat(server.log().get(0).header("Accept-Encoding")).contains("gzip");
        assertThat(server.log().get(1).header("Accept-Encoding")).contains("identity");
    }

    @Test
    void refusesMoreThanTheLimit() {
        server.serve("/a", Answer.of(200, "x".repeat(1001)));
        server.serve("/b", Answer.of(200, "x".repeat(1001)).unmeasured());
        for (String path : List.of("/a", "/b")) {
            assertThatThrownBy(() -> text(SETTINGS, Ask.get(server.url(path))))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith("The answer is longer than the 1000 bytes allowed here");
        }
    }

    @Test
    void givesAnOriginItsCredentialsAtOnce() throws IOException {
        server.demandBasic("/", "ann", "pw").serve("/a", Answer.of(200, "hello"));
        assertThat(text(with(server.url("/simple/"), new Credential.Basic("ann", "pw")), Ask.get(server.url("/a"))))
                .isEqualTo("hello");
        assertThat(server.log()).hasSize(1);
    }

    @Test
    void dropsTheTokenOnARedirectToAnotherOrigin() throws IOException {
        server.demandBearer("/", "token").redirect("/a", 302, other.origin());
        other.serve("/a", Answer.of(200, "hello"));
        Ask ask = Ask.get(server.url("/a")).with("Cookie", "secret");
        assertThat(text(with(server.url("/"), new Credential.Bearer("token")), ask))
                .isEqualTo("hello");
        Seen seen = other.log().get(0);
        assertThat(seen.header("Authorization")).isEmpty();
        assertThat(seen.header("Cookie")).isEmpty();
        assertThat(server.log().get(0).header("Cookie")).contains("secret");
    }

    @Test
    void keepsTheTokenOnARedirectWithinTheOrigin() throws IOException {
        server.demandBearer("/", "token")
                .serve("/a", Answer.redirect(307, URI.create("/b")))
                .serve("/b", Answer.of(200, "hello"));
        assertThat(text(with(server.url("/"), new Credential.Bearer("token")), Ask.get(server.url("/a"))))
                .isEqualTo("hello");
    }

    @Test
    void takesNoCredentialFromALocation() throws IOException {
        URI trap = URI.create(other.origin().replace("://", "://ann:pw@") + "/a");
        server.serve("/a", Answer.redirect(302, trap));
        other.serve("/a", Answer.of(200, "hello"));
        assertThat(text(SETTINGS, Ask.get(server.url("/a")))).isEqualTo("hello");
        assertThat(other.log().get(0).header("Authorization")).isEmpty();
    }

    @Test
    void givesTheRedirectItselfWhereNoneIsWanted() throws IOException {
        server.redirect("/a", 302, other.origin());
        try (OkTransport transport = OkTransport.open(SETTINGS);
                Reply reply = transport.send(Ask.head(server.url("/a")).withoutRedirects())) {
            assertThat(reply.status()).isEqualTo(302);
            assertThat(reply.header("location")).contains(other.origin() + "/a");
        }
        assertThat(other.log()).isEmpty();
    }

    @Test
    void tellsTheAddressThatAnswered() throws IOException {
        server.redirect("/a", 302, other.origin());
        other.serve("/a", Answer.of(200, "hello"));
        try (OkTransport transport = OkTransport.open(SETTINGS);
                Reply reply = transport.send(Ask.get(server.url("/a")))) {
            assertThat(reply.url()).isEqualTo(other.url("/a"));
        }
    }

    @Test
    void endsCircles() {
        server.redirect("/a", 302, server.origin());
        assertThatThrownBy(() -> text(SETTINGS, Ask.get(server.url("/a"))))
                .hasMessageStartingWith("The server redirects in circles");
    }

    @Test
    void refusesPlainHttpBeyondLoopback() {
        assertThatThrownBy(() -> status(SETTINGS, URI.create("http://nexus.invalid/simple/")))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("Plain http is refused: what comes from http://nexus.invalid could have been"
                        + " changed on the way");
        server.serve("/a", Answer.redirect(302, URI.create("http://nexus.invalid/")));
        assertThatThrownBy(() -> status(SETTINGS, server.url("/a"))).hasMessageStartingWith("Plain http is refused");
    }

    @Test
    void asksTheGateForEachHop() throws IOException {
        server.redirect("/a", 302, other.origin());
        HttpSettings offline = SETTINGS.toBuilder()
                .gate(url -> {
                    if (url.getPort() == other.port()) {
                        throw new UncheckedIOException(new IOException("offline"));
                    }
                })
                .build();
        assertThatThrownBy(() -> status(offline, server.url("/a")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("offline");
        assertThat(other.log()).isEmpty();
    }

    @Test
    void triesAgainWhatMayPass() throws IOException {
        server.serve("/a", Answer.of(200, "hello"))
                .trouble("/a", Trouble.status(503, "0").times(1));
        server.serve("/b", Answer.of(200, "hello"))
                .trouble(
                        "/b",
                        Trouble.answer(Answer.of(429, "").with("RateLimit", "\"api\";r=0;t=0"))
                                .times(2));
        assertThat(text(SETTINGS, Ask.get(server.url("/a")))).isEqualTo("hello");
        assertThat(text(SETTINGS, Ask.get(server.url("/b")))).isEqualTo("hello");
        assertThat(server.log("/a")).hasSize(2);
        assertThat(server.log("/b")).hasSize(3);
    }

    @Test
    void asksAgainForAPageThatWasCut() throws IOException {
        server.serve("/a", Answer.of(200, "hello ".repeat(100)))
                .trouble("/a", Trouble.cutAfter(300).times(2));
        assertThat(text(SETTINGS, Ask.get(server.url("/a")))).hasSize(600);
        assertThat(server.log()).hasSize(3);
        server.peace().clearLog().trouble("/a", Trouble.cutAfter(300));
        assertThatThrownBy(() -> text(SETTINGS, Ask.get(server.url("/a"))))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("The server 127.0.0.1:" + server.port() + " broke the connection");
        assertThat(server.log()).hasSize(3);
    }

    @Test
    void breaksARequestOffWhileItWaits() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        server.trouble("/a", Trouble.stall(never));
        try (OkTransport transport = OkTransport.open(SETTINGS)) {
            assertThatThrownBy(() -> transport.send(Ask.get(server.url("/a")), handle -> new Thread(handle).start()))
                    .isInstanceOf(StoppedException.class);
        }
        server.peace().trouble("/a", Trouble.status(503, "5"));
        try (OkTransport transport = OkTransport.open(SETTINGS)) {
            assertThatThrownBy(() -> transport.send(Ask.get(server.url("/a")), Runnable::run))
                    .isInstanceOf(StoppedException.class);
        }
        never.countDown();
    }

    @Test
    void endsAPageThatNeverEnds() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        // A thousand bytes take more than a second; a tenth of one is granted.
        Runnable dawdle = () -> {
            try {
                never.await(2, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        server.serve("/a", Answer.of(200, "x".repeat(1000))).trouble("/a", Trouble.trickle(dawdle));
        HttpSettings hasty =
                SETTINGS.toBuilder().deadline(Duration.ofMillis(100)).build();
        assertThatThrownBy(() -> text(hasty, Ask.get(server.url("/a"))))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("The server 127.0.0.1:" + server.port() + " did not finish its answer in time\n"
                        + "  at " + server.url("/a"));
        try (OkTransport transport = OkTransport.open(hasty);
                Reply reply = transport.send(Ask.get(server.url("/a")))) {
            assertThatThrownBy(() -> reply.body().readAllBytes()).isInstanceOf(TransportException.class);
        }
        assertThat(server.log()).hasSizeLessThanOrEqualTo(2);
        never.countDown();
    }

    @Test
    void sendsHeadersOfAServerToItsOriginAlone() throws IOException {
        server.redirect("/a", 302, other.origin());
        other.serve("/a", Answer.of(200, "hello"));
        Credentials.Grant grant = new Credentials.Grant(
                server.url("/simple/"), Optional.empty(), Map.of("Private-Token", "s3cret", "X-JFrog-Art-Api", "key"));
        HttpSettings settings = SETTINGS.toBuilder()
                .credentials(new Credentials(List.of(grant), Netrc.EMPTY, Set.of()))
                .build();
        assertThat(text(settings, Ask.get(server.url("/a")))).isEqualTo("hello");
        assertThat(server.log().get(0).header("Private-Token")).contains("s3cret");
        assertThat(server.log().get(0).header("X-JFrog-Art-Api")).contains("key");
        assertThat(other.log().get(0).header("Private-Token")).isEmpty();
        assertThat(other.log().get(0).header("X-JFrog-Art-Api")).isEmpty();
    }

    @Test
    void leavesNoThreadThatKeepsTheJvm() throws IOException {
        server.serve("/a", Answer.of(200, "hello"));
        text(SETTINGS, Ask.get(server.url("/a")));
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("OkHttp"))
                .allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue());
    }

    @Test
    void givesUpAfterItsRetries() throws IOException {
        server.trouble("/a", Trouble.status(502, "0"));
        assertThat(status(SETTINGS, server.url("/a"))).isEqualTo(502);
        assertThat(server.log()).hasSize(3);
    }

    @Test
    void obeysNoWaitBeyondItsBound() throws IOException {
        server.trouble("/a", Trouble.status(429, "3600"));
        assertThat(status(SETTINGS, server.url("/a"))).isEqualTo(429);
        assertThat(server.log()).hasSize(1);
    }

    @Test
    void triesNotAgainWhatWontPass() throws IOException {
        for (int status : new int[] {400, 401, 403, 404, 501}) {
            server.clearLog().peace().trouble("/a", Trouble.status(status));
            assertThat(status(SETTINGS, server.url("/a"))).isEqualTo(status);
            assertThat(server.log()).hasSize(1);
        }
    }

    @Test
    void namesAClosedPort() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> status(ONCE, URI.create("http://127.0.0.1:" + port)))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("The server 127.0.0.1:" + port + " refuses the connection");
    }

    @Test
    void waitsNoLongerThanTold() {
        CountDownLatch never = new CountDownLatch(1);
        server.serve("/a", Answer.of(200, "hello")).trouble("/a", Trouble.stall(never));
        assertThatThrownBy(() -> text(ONCE, Ask.get(server.url("/a")).within(Duration.ofMillis(100))))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("did not answer in time");
        HttpSettings impatient = ONCE.toBuilder()
                .patience(Map.of(Origin.of(server.url("/")), Duration.ofMillis(100)))
                .build();
        assertThatThrownBy(() -> text(impatient, Ask.get(server.url("/a"))))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("did not answer in time");
        never.countDown();
    }

    @Test
    void setsNothingUpBeforeTheFirstRequest() throws IOException {
        try (OkTransport transport = OkTransport.open(SETTINGS)) {
            assertThat(transport).isNotNull();
        }
        OkTransport closed = OkTransport.open(SETTINGS);
        closed.close();
        assertThatThrownBy(() -> closed.send(Ask.get(server.url("/a")))).hasMessage("The transport is closed");
    }
}
