package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final Credential INDEX = new Credential.Basic("ann", "one");
    private static final Credential HUB = new Credential.Bearer("hf_token");

    private static Credentials of(Credentials.Grant... grants) {
        return new Credentials(List.of(grants), Netrc.EMPTY, Set.of());
    }

    private static Credentials.Grant grant(String base, Credential credential) {
        return new Credentials.Grant(URI.create(base), credential);
    }

    private static Optional<Credential> find(Credentials credentials, String url) {
        return credentials.find(URI.create(url));
    }

    @Test
    void bindsToSchemeHostAndPort() {
        Credentials credentials = of(grant("https://nexus.example/repository/pypi/simple/", INDEX));
        assertThat(find(credentials, "https://nexus.example/packages/x.whl")).contains(INDEX);
        assertThat(find(credentials, "https://NEXUS.example:443/")).contains(INDEX);
        assertThat(find(credentials, "http://nexus.example/")).isEmpty();
        assertThat(find(credentials, "https://nexus.example:8443/")).isEmpty();
        assertThat(find(credentials, "https://cdn.nexus.example/")).isEmpty();
        assertThat(find(credentials, "https://nexus.example.evil/")).isEmpty();
    }

    @Test
    void letsTheLongestCommonPathWinOnOneOrigin() {
        Credentials credentials = of(
                grant("https://art.example/artifactory/api/pypi/pypi/simple", INDEX),
                grant("https://art.example/artifactory/api/huggingfaceml/hf", HUB));
        assertThat(find(credentials, "https://art.example/artifactory/api/huggingfaceml/hf/api/models/x"))
                .contains(HUB);
        assertThat(find(credentials, "https://art.example/artifactory/api/pypi/pypi/packages/x.whl"))
                .contains(INDEX);
        assertThat(find(credentials, "https://art.example/artifactory/api/huggingfaceml/hf"))
                .contains(HUB);
        assertThat(find(credentials, "https://art.example/elsewhere")).contains(INDEX);
    }

    @Test
    void asksNetrcWhereNothingWasGranted() {
        Credentials credentials = new Credentials(
                List.of(grant("https://a.example/", HUB)),
                Netrc.parse("machine a.example login no password no machine b.example login bob password x", "netrc"),
                Set.of());
        assertThat(find(credentials, "https://a.example/")).contains(HUB);
        assertThat(find(credentials, "https://b.example/")).contains(new Credential.Basic("bob", "x"));
        assertThat(find(credentials, "https://c.example/")).isEmpty();
    }

    @Test
    void showsNetrcsDefaultToWhatWasConfiguredAlone() {
        Credentials credentials = new Credentials(
                List.of(),
                Netrc.parse("machine b.example login bob password x default login any password y", "netrc"),
                Set.of(Origin.of(URI.create("https://index.example/simple/"))));
        assertThat(find(credentials, "https://index.example/files/x.whl")).contains(new Credential.Basic("any", "y"));
        assertThat(find(credentials, "https://linked.example/x.whl")).isEmpty();
        assertThat(find(credentials, "https://index.example:8443/x.whl")).isEmpty();
        assertThat(find(credentials, "http://index.example/x.whl")).isEmpty();
        assertThat(find(credentials, "https://b.example/")).contains(new Credential.Basic("bob", "x"));
    }

    @Test
    void sendsHeadersToTheirOriginAlone() {
        Credentials credentials = of(
                new Credentials.Grant(
                        URI.create("https://git.example/api/pypi/"),
                        Optional.empty(),
                        Map.of("Private-Token", "s3cret")),
                new Credentials.Grant(
                        URI.create("https://art.example/pypi/"), Optional.of(INDEX), Map.of("X-JFrog-Art-Api", "key")));
        assertThat(credentials.headers(URI.create("https://git.example/files/x.whl")))
                .containsExactly(Map.entry("Private-Token", "s3cret"));
        assertThat(credentials.headers(URI.create("https://art.example/x.whl")))
                .containsOnlyKeys("Authorization", "X-JFrog-Art-Api");
        assertThat(credentials.headers(URI.create("https://cdn.git.example/x.whl")))
                .isEmpty();
        assertThat(credentials.headers(URI.create("http://git.example/x.whl"))).isEmpty();
        assertThat(credentials.grants().toString()).doesNotContain("s3cret");
    }

    @Test
    void refusesHeadersThatNoRequestCanCarry() {
        for (Map<String, String> headers :
                List.of(Map.of("Private-Token", "s3c\nret"), Map.of("Private Token", "s3cret"), Map.of("", "s3cret"))) {
            assertThatThrownBy(
                            () -> new Credentials.Grant(URI.create("https://git.example/"), Optional.empty(), headers))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("s3c");
        }
    }

    @Test
    void writesHeadersAndHidesSecrets() {
        assertThat(new Credential.Basic("ann", "pä:ss").header()).isEqualTo("Basic YW5uOnDDpDpzcw==");
        assertThat(HUB.header()).isEqualTo("Bearer hf_token");
        assertThat(List.of(INDEX, HUB).toString()).isEqualTo("[Basic[ann], Bearer[…]]");
        assertThatThrownBy(() -> new Credential.Bearer("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Credential.Basic("a:b", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
