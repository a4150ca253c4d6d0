package dev.airgap.mojo;

import dev.airgap.goal.Configuration;
import dev.airgap.goal.Network;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.impl.OfflineController;

/** Gives a goal Maven's way to the outside. */
abstract class AbstractNetworkMojo extends AbstractAirgapMojo {

    private final RepositorySystem repositories;
    private final OfflineController offline;

    AbstractNetworkMojo(RepositorySystem repositories, OfflineController offline) {
        this.repositories = repositories;
        this.offline = offline;
    }

    final Network network(Configuration configuration) {
        return new MavenNetwork(
                session,
                new MavenRemotes(repositories, session.getRepositorySession(), session.getSettings()),
                new MavenArtifacts(repositories, session.getRepositorySession(), project),
                offline,
                configuration,
                workplace().base());
    }
}
