package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.fault.Fault;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.LoopbackServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusFaultTest {

    private static Fault fault(Answer answer, String id) throws IOException {
        try (LoopbackServer server = LoopbackServer.start();
                OkTransport transport = OkTransport.open(
                        HttpSettings.builder("1").retries(0, Duration.ZERO).build())) {
            server.serve("/a", answer);
            try (Reply reply = transport.send(Ask.get(server.url("/a?sig=secret")))) {
                Fault fault = StatusFault.of(reply, "the page of requests", id);
                assertThat(fault.where()).isEqualTo(server.url("/a?…".replace("…", "")) + "…");
                assertThat(fault.toString()).doesNotContain("secret");
                return fault;
            }
        }
    }

    @Test
    void namesTheSourceAndTheWayOut() throws IOException {
        Fault fault = fault(Answer.of(401, ""), "corp");
        assertThat(fault.what()).isEqualTo("The server corp demands credentials for the page of requests (401)");
        assertThat(fault.next()).contains("<server> with <id>corp</id>");
        assertThat(fault(Answer.of(403, ""), "corp").what())
                .isEqualTo("The server corp forbids the page of requests (403)");
        assertThat(fault(Answer.of(404, ""), "corp").what())
                .isEqualTo("The server corp does not have the page of requests (404)");
        assertThat(fault(Answer.of(429, "").with("Retry-After", "3600"), "corp").detail())
                .isEqualTo("the server asks to wait: Retry-After 3600");
        assertThat(fault(Answer.of(502, ""), "corp").what())
                .isEqualTo("The server corp failed to give the page of requests (502)");
        assertThat(fault(Answer.of(418, ""), "corp").what())
                .isEqualTo("The server corp answers 418 where the page of requests was asked for");
    }

    @Test
    void namesTheOriginWhereThereIsNoId() throws IOException {
        Fault fault = fault(Answer.of(401, ""), "");
        assertThat(fault.what()).startsWith("The server http://127.0.0.1:");
        assertThat(fault.next()).contains("~/.netrc");
    }

    @Test
    void repeatsWhatTheServerSaysMadePrintable() throws IOException {
        Answer gated = Answer.of(403, "")
                .with("X-Error-Code", "GatedRepo")
                .with("X-Error-Message", "Access to model x is restricted");
        assertThat(fault(gated, "hub").detail())
                .isEqualTo("the server says: GatedRepo: Access to model x is restricted");
    }
}
