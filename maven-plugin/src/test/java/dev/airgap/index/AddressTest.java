package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    private final Address address = new Address(URI.create("https://index.example/simple/demo/"));

    @ParameterizedTest
    @CsvSource({
        "https://files.example/a.whl#sha256=ab, https://files.example/a.whl",
        "../../packages/a.whl, https://index.example/packages/a.whl",
        "/a%2Bb.whl, https://index.example/a%2Bb.whl",
        "//cdn.example/a.whl, https://cdn.example/a.whl",
        "a.whl?x=1&y=2, https://index.example/simple/demo/a.whl?x=1&y=2",
        "https://user:secret@files.example/a.whl, https://files.example/a.whl",
        "https://user@x:secret@files.example/a@b.whl, https://files.example/a@b.whl",
        "HTTPS://files.example/a.whl, HTTPS://files.example/a.whl",
        "with blank.whl, https://index.example/simple/demo/with%20blank.whl",
        "a|b.whl, https://index.example/simple/demo/a%7Cb.whl",
        "grüße.whl, https://index.example/simple/demo/gr%C3%BC%C3%9Fe.whl"
    })
    void resolvesAsBrowsersDo(String href, String url) {
        assertThat(address.resolve(href)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://x:99999/a.whl",
                "https://x:0/a.whl",
                "https://x:-5/a.whl",
                "https://x:8x/a.whl",
                "https://x:/a.whl",
                "https://[::1]:99999/a.whl",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://files.example/a.whl",
                "mailto:a@b",
                "jar:https://files.example/a.whl!/x",
                "a\nb.whl",
                "a\u0000.whl",
                "http:a.whl"
            })
    void leavesOtherLinksAside(String href) {
        assertThat(address.resolve(href)).isNull();
    }

    @Test
    void refusesPlainHttpOnASecurePage() {
        Address secure = new Address(URI.create("https://index.example/simple/demo/"));
        assertThat(secure.resolve("http://index.example/demo-1.0-py3-none-any.whl"))
                .isNull();
        assertThat(secure.resolve("HTTP://localhost:8080/demo-1.0-py3-none-any.whl"))
                .isNull();
        assertThat(secure.resolve("//files.example/x.whl")).isEqualTo("https://files.example/x.whl");
        secure.rebase("http://plain.example/");
        assertThat(secure.resolve("x.whl")).isEqualTo("https://index.example/simple/demo/x.whl");
        assertThat(secure.downgraded())
                .isEqualTo("3 links lead from https to plain http, which is refused; the first to"
                        + " http://index.example/demo-1.0-py3-none-any.whl");
        Address hostile = new Address(URI.create("https://index.example/"));
        assertThat(hostile.resolve("http://a:b@[x/y.whl?token=t")).isNull();
        assertThat(hostile.downgraded()).endsWith("the first to http://[x/y.whl?…");
        Address plain = new Address(URI.create("http://127.0.0.1/simple/demo/"));
        assertThat(plain.resolve("http://127.0.0.1/x.whl")).isEqualTo("http://127.0.0.1/x.whl");
        assertThat(plain.downgraded()).isEmpty();
    }

    @Test
    void movesItsBase() {
        address.rebase("/elsewhere/");
        assertThat(address.resolve("a.whl")).isEqualTo("https://index.example/elsewhere/a.whl");
        address.rebase("javascript:void(0)");
        assertThat(address.resolve("a.whl")).isEqualTo("https://index.example/elsewhere/a.whl");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x/a/demo-1.0%2Bcpu-py3-none-any.whl?x=/y, demo-1.0+cpu-py3-none-any.whl",
        "https://x/demo-1%211.0.tar.gz, demo-1!1.0.tar.gz"
    })
    void namesFiles(String url, String file) {
        assertThat(Address.fileName(url)).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x/",
                "https://x/..%2F..%2Fetc%2Fa.whl",
                "https://x/..%5Ca.whl",
                "https://x/%2e%2e",
                "https://x/a%00.whl",
                "https://x/a%zz.whl",
                "https://x/a%0A.whl",
                "https://x/a%FF.whl",
                "https://x/C:a.whl",
                "https://x/.hidden-1.0-py3-none-any.whl"
            })
    void namesNoFileThatCouldLeaveItsFolder(String url) {
        assertThat(Address.fileName(url)).isNull();
    }

    @Test
    void findsHashesInFragments() {
        assertThat(Address.fragment("a.whl#egg=a&sha256=ab", "sha256")).isEqualTo("ab");
        assertThat(Address.fragment("a.whl#sha256=ab&egg=a", "sha256")).isEqualTo("ab");
        assertThat(Address.fragment("a.whl#sha2567=ab", "sha256")).isEmpty();
        assertThat(Address.fragment("a.whl", "sha256")).isEmpty();
    }

    /** What comes out is never parsed again until somebody needs it, so it must be a URI then. */
    @Test
    void givesAddressesThatAreUris() {
        String[] parts = {
            "https://",
            "http:",
            "//",
            "/",
            "..",
            "x.example",
            "[::1]",
            "[",
            "]",
            ":80",
            ":port",
            "@",
            "user:pw",
            "a.whl",
            "%2F",
            "%",
            "%zz",
            "?",
            "q=[1]",
            "&",
            "\\",
            "|",
            "^",
            "\"",
            "<",
            "ü",
            "\ud83d\ude00",
            "\ud83d",
            " ",
            "javascript:",
            "+",
            ";"
        };
        Random random = new Random(20261121);
        int resolved = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder href = new StringBuilder();
            for (int length = random.nextInt(8); length >= 0; length--) {
                href.append(parts[random.nextInt(parts.length)]);
            }
            String url = address.resolve(href.toString());
            if (url != null) {
                URI parsed = URI.create(url);
                assertThat(parsed.isAbsolute()).describedAs(url).isTrue();
                assertThat(parsed.getRawUserInfo()).describedAs(url).isNull();
                resolved++;
            }
        }
        assertThat(resolved).isGreaterThan(50_000);
    }
}
