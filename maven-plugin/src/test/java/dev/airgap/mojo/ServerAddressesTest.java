package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.goal.Address;
import dev.airgap.goal.Configuration;
import dev.airgap.goal.ConfigurationSample;
import dev.airgap.goal.IndexSpec;
import dev.airgap.http.Origin;
import dev.airgap.input.PipConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ServerAddressesTest {

    @TempDir
    Path folder;

    @Inject
    RepositorySystem repositories;

    @Test
    void theEnvironmentsExtraIndexIsNoneOfARequirementsFile() {
        ServerAddresses addresses = of(
                Map.of("PIP_EXTRA_INDEX_URL", "https://environment.example/simple"),
                new IndexSpec("pypi", "", List.of(), "the default", false, false),
                new IndexSpec("extra-1", "https://file.example/simple", List.of(), "requirements.txt:1", false, false));
        assertThat(addresses.indexes()).extracting(Address::id).containsExactly("pypi", "extra-1", "extra-2");
    }

    @Test
    void thePomAloneAllowsPlainHttp() {
        ServerAddresses addresses = of(
                Map.of(),
                new IndexSpec("own", "http://pom.example/simple", List.of(), "<index>", false, true),
                new IndexSpec("pypi", "http://file.example/simple", List.of(), "<th>.txt:1", false, false),
                new IndexSpec("extra-1", "http://extra.example/simple", List.of(), "th.txt:2", false, false),
                new IndexSpec("links-1", "http://links.example/", List.of(), "th.txt:3", true, false));
        assertThat(addresses.plain()).extracting(Origin::toString).containsExactly("http://pom.example");
    }

    @Test
    void aBadAddressNamesWhoWroteIt() {
        assertThatThrownBy(() -> of(
                        Map.of("PIP_INDEX_URL", "https://user:secret@host:99999/simple"),
                        new IndexSpec("pypi", "", List.of(), "the default", false, false)))
                .hasMessageContainingAll("PIP_INDEX_URL", "65535", "host:99999")
                .hasMessageNotContaining("secret");
    }

    private ServerAddresses of(Map<String, String> environment, IndexSpec... indexes) {
        Configuration configuration =
                new ConfigurationSample().indexes(List.of(indexes)).build();
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(
                repositories.newLocalRepositoryManager(session, new LocalRepository(folder.toFile())));
        MavenRemotes maven = new MavenRemotes(repositories, session, new Settings());
        return new ServerAddresses(
                configuration, maven, PipConfig.read(environment, "Linux", folder), environment, folder);
    }
}
