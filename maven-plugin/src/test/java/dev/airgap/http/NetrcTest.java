package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetrcTest {

    private static Optional<Credential> find(String text, String host) {
        return Netrc.parse(text, "netrc").find(host, true);
    }

    private static Optional<Credential> login(String user, String password) {
        return Optional.of(new Credential.Basic(user, password));
    }

    @Test
    void findsMachineWhateverTheLayout() {
        String text = "machine a.example login ann password one\nmachine\tb.example\n  login bob\n  password two\n";
        assertThat(find(text, "a.example")).isEqualTo(login("ann", "one"));
        assertThat(find(text, "B.Example")).isEqualTo(login("bob", "two"));
        assertThat(find(text, "c.example")).isEmpty();
    }

    @Test
    void takesTheFirstOfTwoEntries() {
        String text = "machine a.example login first password 1\nmachine a.example login second password 2";
        assertThat(find(text, "a.example")).isEqualTo(login("first", "1"));
    }

    @Test
    void keepsHashInPasswordButSkipsComments() {
        String text = "# machine c.example login no password no\nmachine a.example login ann password #1 # the rest\n";
        assertThat(find(text, "a.example")).isEqualTo(login("ann", "#1"));
        assertThat(find(text, "c.example")).isEmpty();
    }

    @Test
    void readsQuotesAndEscapes() {
        String text = "machine a.example login \"an n\" password \"a\\\"b \\\\\"";
        assertThat(find(text, "a.example")).isEqualTo(login("an n", "a\"b \\"));
        assertThat(find("machine a.example login x password a\\ b".replace("\\ b", "\\\\b"), "a.example"))
                .isEqualTo(login("x", "a\\b"));
    }

    @Test
    void skipsMacros() {
        String text =
                "macdef init\n machine b.example login x password y\n cd /\n\nmachine a.example login ann password one";
        assertThat(find(text, "a.example")).isEqualTo(login("ann", "one"));
        assertThat(find(text, "b.example")).isEmpty();
    }

    @Test
    void givesDefaultOnlyWhereAllowed() {
        Netrc netrc = Netrc.parse("machine a.example login ann password one\ndefault login any password all", "netrc");
        assertThat(netrc.find("z.example", true)).isEqualTo(login("any", "all"));
        assertThat(netrc.find("z.example", false)).isEmpty();
        assertThat(netrc.find("a.example", false)).isEqualTo(login("ann", "one"));
    }

    @Test
    void namesTheLineOfAMistakeAndNoSecret() {
        assertThatThrownBy(() -> Netrc.parse("machine a.example\nlogin ann\npasword s3cret", "/home/ann/.netrc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/home/ann/.netrc, line 3: expected login, password or account");
        assertThat(Netrc.parse("machine a.example login ann password s3cret", "x")
                        .toString())
                .doesNotContain("s3cret");
    }

    @Test
    void looksWhereCurlAndPipLook(@TempDir Path home) throws Exception {
        assertThat(Netrc.locate(Map.of(), home).find("a.example", true)).isEmpty();
        Files.writeString(home.resolve("_netrc"), "machine a.example login windows password x");
        assertThat(Netrc.locate(Map.of(), home).find("a.example", true)).isEqualTo(login("windows", "x"));
        Files.writeString(home.resolve(".netrc"), "machine a.example login unix password x");
        assertThat(Netrc.locate(Map.of(), home).find("a.example", true)).isEqualTo(login("unix", "x"));
        Path named = Files.writeString(home.resolve("other"), "machine a.example login named password x");
        assertThat(Netrc.locate(Map.of("NETRC", named.toString()), home).find("a.example", true))
                .isEqualTo(login("named", "x"));
    }
}
