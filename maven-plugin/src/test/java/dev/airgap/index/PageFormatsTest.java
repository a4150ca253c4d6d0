package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.python.Specifiers;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Answer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads one package's page in every form an index may give it. */
class PageFormatsTest extends PageCase {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private static String file(String more) {
        return "{\"filename\":\"demo-1.0-py3-none-any.whl\",\"url\":\"../../f/demo-1.0-py3-none-any.whl\"" + more + "}";
    }

    @Test
    void asksForJsonAndHtmlInOneRequest() {
        html("<a href='demo-1.0-py3-none-any.whl'>x</a>").releases(Visitor.name("Demo"));
        assertThat(server.log()).singleElement().satisfies(seen -> {
            assertThat(seen.path()).isEqualTo("/simple/demo/");
            assertThat(seen.header("Accept").orElse(""))
                    .startsWith("application/vnd.pypi.simple.v1+json,")
                    .contains("application/vnd.pypi.simple.v1+html;q=0.2", "text/html;q=0.01");
        });
    }

    @Test
    void readsJson() {
        Releases releases =
                demo(json(page(file(",\"hashes\":{\"md5\":\"x\",\"sha256\":\"" + HASH.toUpperCase(java.util.Locale.ROOT)
                        + "\"},\"requires-python\":\">=3.8,<4\",\"size\":1234,\"yanked\":\"broken\\u0007\",\"upload-time\":"
                        + "\"2026-01-02T03:04:05.678Z\",\"core-metadata\":{\"sha256\":\"" + HASH
                        + "\"},\"provenance\":null,\"unknown\":[{}]"))));
        WheelFile wheel = Visitor.wheel(releases, "1.0");
        assertThat(wheel.name().fileName()).isEqualTo("demo-1.0-py3-none-any.whl");
        assertThat(wheel.url()).isEqualTo(server.url("/f/demo-1.0-py3-none-any.whl"));
        assertThat(wheel.sha256()).isEqualTo(HASH);
        assertThat(wheel.size()).isEqualTo(1234);
        assertThat(wheel.requiresPython()).hasToString(">=3.8,<4");
        assertThat(wheel.yanked()).isEqualTo("broken ");
        assertThat(wheel.uploaded()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(wheel.metadata()).isEqualTo("sha256=" + HASH);
        assertThat(wheel.index()).isEqualTo("pypi");
        assertThat(releases.index()).isEqualTo("pypi");
    }

    @Test
    void readsJsonThatSaysLittle() {
        WheelFile wheel = Visitor.wheel(demo(json(page(file("")))), "1.0");
        assertThat(wheel.sha256()).isEmpty();
        assertThat(wheel.size()).isEqualTo(-1);
        assertThat(wheel.requiresPython()).isSameAs(Specifiers.ANY);
        assertThat(wheel.isYanked()).isFalse();
        assertThat(wheel.uploaded()).isEmpty();
        assertThat(wheel.metadata()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "NULL",
            value = {"true, ''", "false, NULL", "null, NULL", "'\"\"', NULL", "'\"why\"', why", "0, NULL"})
    void readsYankedOfJson(String raw, String reason) {
        assertThat(Visitor.wheel(demo(json(page(file(",\"yanked\":" + raw)))), "1.0")
                        .yanked())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"core-metadata\":true; true",
                "\"core-metadata\":false; ''",
                "\"core-metadata\":{}; true",
                "\"core-metadata\":{\"sha512\":\"x\"}; true",
                "\"dist-info-metadata\":true; true",
                "\"data-dist-info-metadata\":true; true",
                "\"core-metadata\":false,\"dist-info-metadata\":true; ''",
                "\"dist-info-metadata\":true,\"core-metadata\":false; ''",
                "\"core-metadata\":{\"sha256\":\"short\"}; true"
            })
    void readsMetadataOfJson(String raw, String metadata) {
        assertThat(Visitor.wheel(demo(json(page(file("," + raw)))), "1.0").metadata())
                .isEqualTo(metadata);
    }

    @Test
    void readsHtml() {
        Releases releases = demo(html("<!DOCTYPE html><html><head><title>Links for demo</title>"
                + "<meta name=\"pypi:repository-version\" content=\"1.3\"></head><body>"
                + "<a data-yanked=\"broken\" data-requires-python=\"&gt;=3.8,&lt;4\" data-upload-time=2026-01-02T03:04:05Z"
                + " data-core-metadata=\"sha256=" + HASH + "\" data-dist-info-metadata=true"
                + " href=\"../../f/demo-1.0-py3-none-any.whl#sha256=" + HASH + "\">whatever</a>"
                + "<a href='demo-1%2B&#99;pu-py3-none-any.whl' data-dist-info-metadata data-yanked>x</a>"));
        WheelFile wheel = Visitor.wheel(releases, "1.0");
        assertThat(wheel.url()).isEqualTo(server.url("/f/demo-1.0-py3-none-any.whl"));
        assertThat(wheel.sha256()).isEqualTo(HASH);
        assertThat(wheel.size()).isEqualTo(-1);
        assertThat(wheel.requiresPython()).hasToString(">=3.8,<4");
        assertThat(wheel.yanked()).isEqualTo("broken");
        assertThat(wheel.uploaded()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(wheel.metadata()).isEqualTo("sha256=" + HASH);
        WheelFile local = Visitor.wheel(releases, "1+cpu");
        assertThat(local.name().fileName()).isEqualTo("demo-1+cpu-py3-none-any.whl");
        assertThat(local.url()).isEqualTo(server.url("/simple/demo/demo-1%2Bcpu-py3-none-any.whl"));
        assertThat(local.yanked()).isEmpty();
    }

    @Test
    void followsTheBaseOfThePageAndRedirects() {
        server.serve("/simple/demo/", Answer.redirect(302, server.url("/moved/demo/")));
        server.serve(
                "/moved/demo/",
                Answer.html("<a href='demo-1.0-py3-none-any.whl'>x</a><base href='/files/'><base href='/no/'>"
                        + "<a href='demo-2.0-py3-none-any.whl'>x</a>"));
        Releases releases = demo(visitor.visit(server.url("/simple")));
        assertThat(Visitor.wheel(releases, "1.0").url()).isEqualTo(server.url("/moved/demo/demo-1.0-py3-none-any.whl"));
        assertThat(Visitor.wheel(releases, "2.0").url()).isEqualTo(server.url("/files/demo-2.0-py3-none-any.whl"));
    }

    @Test
    void gathersReleasesAscendingAndJoinsSpellings() {
        StringBuilder page = new StringBuilder();
        for (String file : new String[] {
            "demo-10.0-py3-none-any.whl",
            "demo-9.0-cp311-cp311-linux_x86_64.whl",
            "demo-9.0.0-cp312-cp312-linux_x86_64.whl",
            "Demo-9.0-1-cp313-cp313-linux_x86_64.whl",
            "demo-1!0.1-py3-none-any.whl",
            "demo-2.0rc1.tar.gz",
            "demo-3.0.zip",
            "demo-3.0-py2-none-any.whl",
            "demo-4.0-py3-none-any.whl.asc",
            "demo-4.0.win32-py2.4.exe",
            "demo-4.0-py2.7.egg",
            "demo-notaversion-py3-none-any.whl",
            "demo-5.0-py3-none.whl",
            "demo_more-6.0-py3-none-any.whl",
            "other-7.0-py3-none-any.whl",
            "demo-more-8.0.tar.gz"
        }) {
            page.append("<a href='").append(file).append("'>x</a>");
        }
        Releases releases = demo(html(page.toString()));
        assertThat(Visitor.versions(releases)).containsExactly("2.0rc1", "3.0", "5.0", "9.0", "10.0", "1!0.1");
        assertThat(Visitor.wheels(releases, "9"))
                .extracting(wheel -> wheel.name().fileName())
                .containsExactly(
                        "demo-9.0-cp311-cp311-linux_x86_64.whl",
                        "Demo-9.0-1-cp313-cp313-linux_x86_64.whl",
                        "demo-9.0.0-cp312-cp312-linux_x86_64.whl");
        assertThat(Visitor.wheels(releases, "5.0")).isEmpty();
        assertThat(releases.hasSdist(0)).isTrue();
        assertThat(releases.hasSdist(1)).isTrue();
        assertThat(releases.hasSdist(3)).isFalse();
        assertThat(releases.wheels(0)).isEmpty();
        assertThat(releases.wheels(1)).hasSize(1);
    }

    @Test
    void knowsTheDashesOfOldSdists() {
        server.serve(
                "/simple/my-demo/", Answer.html("<a href='My.Demo-1.0.tar.gz'></a><a href='my-demo-2.0-1.zip'></a>"));
        Releases releases = visitor.visit(server.url("/simple/")).releases(Visitor.name("my_demo"));
        assertThat(Visitor.versions(releases)).containsExactly("1.0", "2.0.post1");
    }

    @Test
    void takesANewerMinorVersion() {
        assertThat(demo(json("{\"files\":[" + file("") + "],\"meta\":{\"api-version\":\"1.99\"}}"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void keepsTheStatusOfAProject() {
        Indexes indexes = json("{\"meta\":{\"api-version\":\"1.4\",\"project-status\":\"quarantined\","
                + "\"project-status-reason\":\"mal\\nware\",\"tracks\":[\"https://up.example/simple/demo/\"]},"
                + "\"alternate-locations\":[\"https://alt.example/simple/demo/\"],\"files\":[]}");
        ProjectStatus expected = new ProjectStatus(
                "quarantined",
                "mal ware",
                java.util.List.of(URI.create("https://up.example/simple/demo/")),
                java.util.List.of(URI.create("https://alt.example/simple/demo/")));
        assertThat(indexes.status(Visitor.name("demo"))).isEqualTo(expected);
        assertThat(visitor.visit(server.url("/simple/")).status(Visitor.name("demo")))
                .isEqualTo(expected);
        assertThat(server.log()).hasSize(1);
    }

    @Test
    void keepsTheStatusOfAProjectInHtml() {
        Indexes indexes = html("<meta name='pypi:project-status' content='archived'>"
                + "<meta name='pypi:project-status-reason' content='done'>"
                + "<meta name='pypi:tracks' content='https://up.example/simple/demo/'>");
        assertThat(indexes.status(Visitor.name("demo")).status()).isEqualTo("archived");
        assertThat(indexes.status(Visitor.name("demo")).reason()).isEqualTo("done");
        assertThat(indexes.status(Visitor.name("demo")).tracks()).hasSize(1);
    }
}
