package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final Credential INDEX = new Credential.Basic("ann", "one");
    private static final Credential HUB = new Credential.Bearer("hf_token");

    private static Credentials of(Credentials.Grant... grants) {
        return new Credentials(List.of(grants), Netrc.EMPTY);
    }

    private static Credentials.Grant grant(String base, Credential credential) {
        return new Credentials.Grant(URI.create(base), credential);
    }

    private static Optional<Credential> find(Credentials credentials, String url) {
        return credentials.find(URI.create(url), false);
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
                Netrc.parse(
                        "machine a.example login no password no machine b.example login bob password x"
                                + " default login any password y",
                        "netrc"));
        assertThat(find(credentials, "https://a.example/")).contains(HUB);
        assertThat(find(credentials, "https://b.example/")).contains(new Credential.Basic("bob", "x"));
        assertThat(credentials.find(URI.create("https://c.example/"), false)).isPresent();
        assertThat(credentials.find(URI.create("https://c.example/"), true)).isEmpty();
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
