package dev.airgap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimpleIndexServerTest {
    private final SimpleIndexServer index = SimpleIndexServer.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        index.close();
    }

    private HttpResponse<String> get(URI uri, String accept) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void speaksHtmlOrJsonAsAsked() throws Exception {
        Wheel wheel = WheelMaker.wheel("Demo.Lib", "1.0")
                .requires("other>=2")
                .requiresPython(">=3.8")
                .build();
        index.add(Listing.of(wheel).yanked("broken").uploaded("2024-01-02T03:04:05Z"));

        HttpResponse<String> html = get(index.url().resolve("demo-lib/"), "text/html");
        assertThat(html.body())
                .contains("#sha256=" + wheel.sha256())
                .contains("data-requires-python=\"&gt;=3.8\"")
                .contains("data-yanked=\"broken\"")
                .contains("data-core-metadata=\"sha256=" + Hashes.sha256(wheel.metadata()));
        HttpResponse<String> json = get(index.url().resolve("demo-lib/"), "application/vnd.pypi.simple.v1+json");
        assertThat(json.headers().firstValue("Content-Type")).contains("application/vnd.pypi.simple.v1+json");
        assertThat(json.body())
                .contains("\"requires-python\":\">=3.8\"")
                .contains("\"yanked\":\"broken\"")
                .contains("\"size\":" + wheel.bytes().length)
                .contains("\"upload-time\":\"2024-01-02T03:04:05Z\"");
        assertThat(get(URI.create(index.fileUrl(wheel) + ".metadata"), "*/*").body())
                .contains("Requires-Dist: other>=2");
        assertThat(get(index.url().resolve("Demo.Lib/"), "*/*").statusCode()).isEqualTo(301);
        assertThat(get(index.url().resolve("missing/"), "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void makesWheelsWhoseRecordHolds() throws Exception {
        Wheel wheel = WheelMaker.wheel("demo", "1.0")
                .payload(1000)
                .script("demo = demo:main")
                .build();
        assertThat(wheel.fileName()).isEqualTo("demo-1.0-py3-none-any.whl");
        List<String> lines = new ArrayList<>();
        String sums = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(wheel.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().endsWith("/RECORD")) {
                    sums = new String(bytes, StandardCharsets.UTF_8);
                    lines.add(entry.getName() + ",,");
                } else {
                    lines.add(entry.getName() + ",sha256=" + Hashes.record(bytes) + "," + bytes.length);
                }
            }
        }
        assertThat(sums).isNotNull();
        assertThat(sums.lines()).containsExactlyElementsOf(lines);
        assertThat(WheelMaker.wheel("demo", "1.0")
                        .payload(1000)
                        .script("demo = demo:main")
                        .build()
                        .sha256())
                .isEqualTo(wheel.sha256());
    }
}
