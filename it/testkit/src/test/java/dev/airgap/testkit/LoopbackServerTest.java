package dev.airgap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackServerTest {
    private final LoopbackServer server = LoopbackServer.start();
    private final HttpClient client = HttpClient.newHttpClient();
    private final byte[] content = Content.pattern(100_000).bytes();

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void servesFilesWithRangesAndConditions() throws Exception {
        server.file("/a b.whl", content);
        HttpResponse<byte[]> whole = get("/a%20b.whl");
        assertThat(whole.body()).isEqualTo(content);
        String etag = whole.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> part = get("/a%20b.whl", "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(10).startsWith(content[10]);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/100000");

        assertThat(get("/a%20b.whl", "Range", "bytes=-5").body()).hasSize(5).endsWith(content[99_999]);
        assertThat(get("/a%20b.whl", "Range", "bytes=99990-").body()).hasSize(10);
        assertThat(get("/a%20b.whl", "Range", "bytes=100000-").statusCode()).isEqualTo(416);
        assertThat(get("/a%20b.whl", "Range", "bytes=1-2", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/a%20b.whl", "Range", "bytes=1-2", "If-Range", etag).statusCode())
                .isEqualTo(206);
        assertThat(get("/a%20b.whl", "If-None-Match", etag).statusCode()).isEqualTo(304);

        assertThat(server.log("/a b.whl")).hasSize(8).first().satisfies(seen -> {
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.bytes()).isEqualTo(100_000);
        });
    }

    @Test
    void answersHeadWithTheLengthAlone() throws Exception {
        server.file("/f", content);
        HttpResponse<byte[]> head = client.send(
                HttpRequest.newBuilder(server.url("/f"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(100_000);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void demandsCredentialsBelowAPrefix() throws Exception {
        server.file("/private/f", content).file("/open", content).demandBasic("/private/", "alice", "secret");
        assertThat(get("/open").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> refused = get("/private/f");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("Basic"));
        assertThat(get("/private/f", "Authorization", "Basic YWxpY2U6c2VjcmV0").statusCode())
                .isEqualTo(200);
    }

    @Test
    void cutsAndThenRecovers() throws Exception {
        server.file("/f", content).trouble("/f", Trouble.cutAfter(5_000).times(1));
        assertThatThrownBy(() -> get("/f")).isInstanceOf(IOException.class);
        assertThat(server.log().get(0).bytes()).isEqualTo(5_000);
        assertThat(get("/f").body()).isEqualTo(content);
    }

    @Test
    void corruptsAByteOfTheFileWhereverTheRangeBegins() throws Exception {
        server.file("/f", content).trouble("/f", Trouble.corrupt(70_000));
        byte[] whole = get("/f").body();
        assertThat(whole[70_000]).isNotEqualTo(content[70_000]);
        whole[70_000] = content[70_000];
        assertThat(whole).isEqualTo(content);
        assertThat(get("/f", "Range", "bytes=69990-70009").body()[10]).isNotEqualTo(content[70_000]);
        assertThat(get("/f", "Range", "bytes=70001-70001").body()[0]).isEqualTo(content[70_001]);
    }

    @Test
    void answersStatusesAFewTimes() throws Exception {
        server.file("/f", content)
                .trouble("/f", Trouble.status(429, "1").times(2))
                .trouble("/f", Trouble.status(503).skipping(2).times(1));
        HttpResponse<byte[]> first = get("/f");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("1");
        assertThat(get("/f").statusCode()).isEqualTo(429);
        assertThat(get("/f").statusCode()).isEqualTo(503);
        assertThat(get("/f").statusCode()).isEqualTo(200);
    }

    @Test
    void ignoresRangesDropsLengthsAndChangesHeaders() throws Exception {
        server.file("/f", content)
                .trouble("/f", Trouble.ignoreRange())
                .trouble("/f", Trouble.withoutLength())
                .trouble("/f", Trouble.etag("other"))
                .trouble("/f", Trouble.header("Content-Encoding", "gzip"));
        HttpResponse<byte[]> answer = get("/f", "Range", "bytes=1-2");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains("\"other\"");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void stallsUntilReleased() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        server.file("/f", content).trouble("/f", Trouble.stallAfter(10, latch));
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                HttpRequest.newBuilder(server.url("/f")).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer).isNotDone();
        latch.countDown();
        assertThat(answer.get().body()).isEqualTo(content);
    }

    @Test
    void redirectsToAnotherOrigin() throws Exception {
        try (LoopbackServer other = LoopbackServer.start()) {
            other.file("/x/f", content);
            server.redirect("/x/*", 302, other.origin());
            HttpResponse<byte[]> answer = get("/x/f?a=b");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).contains(other.origin() + "/x/f?a=b");
        }
    }

    @Test
    void speaksTlsUnderAPrivateAuthority(@TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.in(folder);
        try (LoopbackServer https = LoopbackServer.start(certificates)) {
            https.file("/f", content);
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(https.origin() + "/f")).build();
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofByteArray()))
                    .isInstanceOf(IOException.class);
            HttpClient trusting = HttpClient.newBuilder()
                    .sslContext(certificates.clientContext())
                    .build();
            assertThat(trusting.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(content);
            assertThat(certificates.caPem()).content().startsWith("-----BEGIN CERTIFICATE-----");
        }
    }
}
