package dev.airgap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubServerTest {
    private final HubServer hub = HubServer.start();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HubRepo repo = HubRepo.model("org/tiny")
            .file("config.json", "{}")
            .file("sub/a.txt", "a\n")
            .file("model.safetensors", Content.pattern(1000));

    @AfterEach
    void close() {
        hub.close();
    }

    private HttpResponse<String> ask(String method, URI uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return ask("GET", hub.server().url(path), headers);
    }

    @Test
    void namesObjectsAsGitDoes() throws Exception {
        hub.add(repo);
        // git hash-object and git mktree give these for the same files.
        assertThat(repo.etag("config.json")).isEqualTo("9e26dfeeb6e641a33dae4961196235bdb965b21b");
        assertThat(get("/api/models/org/tiny/tree/main").body())
                .contains("\"oid\":\"" + "9e26dfeeb6e641a33dae4961196235bdb965b21b\"")
                .contains("{\"type\":\"directory\",\"oid\":\"08585692ce06452da6f82ae66b90d98b55536fca\"")
                .doesNotContain("sub/a.txt");
    }

    @Test
    void pagesTreesByLink() throws Exception {
        hub.add(repo).pageSize(3);
        HttpResponse<String> first = get("/api/models/org/tiny/tree/main?recursive=true");
        String link = first.headers().firstValue("Link").orElseThrow();
        assertThat(link).startsWith("<" + hub.endpoint()).endsWith(">; rel=\"next\"");
        HttpResponse<String> second = ask("GET", URI.create(link.substring(1, link.indexOf('>'))));
        assertThat(second.body()).contains("sub/a.txt");
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void sendsLargeFilesFromAnotherOriginThatWantsNoToken() throws Exception {
        hub.add(repo).token("hf_x");
        HttpResponse<String> head = ask("HEAD", hub.server().url("/org/tiny/resolve/main/model.safetensors"));
        assertThat(head.statusCode()).isEqualTo(302);
        assertThat(head.headers().firstValue("X-Repo-Commit")).contains(repo.sha());
        assertThat(head.headers().firstValue("X-Linked-Size")).contains("1000");
        assertThat(head.headers().firstValue("X-Linked-ETag")).contains('"' + repo.etag("model.safetensors") + '"');
        URI cdn = URI.create(head.headers().firstValue("Location").orElseThrow());
        assertThat(cdn.getPort()).isNotEqualTo(hub.server().port());
        assertThat(ask("GET", cdn).statusCode()).isEqualTo(200);
        assertThat(ask("GET", cdn, "Range", "bytes=0-9").statusCode()).isEqualTo(206);
        assertThat(ask("GET", cdn, "Authorization", "Bearer hf_x").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAsTheHubDoes() throws Exception {
        hub.add(repo)
                .add(HubRepo.model("org/gated").gated().file("a", "a"))
                .token("hf_x")
                .tokenForGated("hf_in");
        String[] token = {"Authorization", "Bearer hf_x"};
        assertThat(get("/api/models/org/none").statusCode()).isEqualTo(401);
        assertThat(get("/api/models/org/none", token).headers().firstValue("X-Error-Code"))
                .contains("RepoNotFound");
        assertThat(get("/api/models/org/tiny/revision/nope").headers().firstValue("X-Error-Code"))
                .contains("RevisionNotFound");
        assertThat(get("/org/tiny/resolve/main/nope").headers().firstValue("X-Error-Code"))
                .contains("EntryNotFound");
        assertThat(get("/org/gated/resolve/main/a").statusCode()).isEqualTo(401);
        assertThat(get("/org/gated/resolve/main/a", token).statusCode()).isEqualTo(403);
        assertThat(get("/org/gated/resolve/main/a", "Authorization", "Bearer hf_in")
                        .statusCode())
                .isEqualTo(307);
    }
}
