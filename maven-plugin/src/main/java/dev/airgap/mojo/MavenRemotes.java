package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Asks Maven for mirror, credentials and proxy of an address. A prototype repository goes through Maven's own
 * resolution, so what comes back is decrypted and right on every version, with no decrypter of ours.
 */
final class MavenRemotes {

    /**
     * Holds what settings.xml says of an address.
     *
     * @param url the mirror's address, or the one asked for
     * @param mirror the mirror's id, or empty
     * @param username null where there is none
     * @param password null where there is none
     * @param headers the {@code <httpHeaders>} of the mirror's {@code <server>}, or of the address's own
     */
    record Remote(URI url, String mirror, String username, String password, Map<String, String> headers) {}

    /**
     * Holds a proxy of settings.xml.
     *
     * @param username null where there is none
     * @param password null where there is none
     */
    record MavenProxy(String host, int port, String username, String password) {}

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final Settings settings;

    MavenRemotes(RepositorySystem system, RepositorySystemSession session, Settings settings) {
        this.system = system;
        this.session = session;
        this.settings = settings;
    }

    /**
     * Gives what Maven knows of a repository.
     *
     * @param layout our own content type, so that {@code <mirrorOf>*</mirrorOf>}, meant for Maven repositories, leaves
     *     an index alone until its {@code <mirrorOfLayouts>} names it
     */
    Remote remote(String id, String layout, URI url) {
        RemoteRepository prototype = new RemoteRepository.Builder(id, layout, url.toString()).build();
        RemoteRepository resolved =
                system.newResolutionRepositories(session, List.of(prototype)).get(0);
        String mirror = resolved.getMirroredRepositories().isEmpty() ? "" : resolved.getId();
        try (AuthenticationContext context = AuthenticationContext.forRepository(session, resolved)) {
            return new Remote(
                    mirror.isEmpty() ? url : address(resolved),
                    mirror,
                    context == null ? null : context.get(AuthenticationContext.USERNAME),
                    context == null ? null : context.get(AuthenticationContext.PASSWORD),
                    headers(resolved.getId()));
        }
    }

    /**
     * Reads the headers of a {@code <server>} as Maven's own transports do ("Configuring HTTP headers"). From
     * settings.xml itself: each version of Maven has them under another key of its session, the oldest under none.
     */
    private Map<String, String> headers(String id) {
        Map<String, String> headers = new TreeMap<>();
        Server server = settings.getServer(id);
        if (server != null && server.getConfiguration() instanceof Xpp3Dom configuration) {
            Xpp3Dom list = configuration.getChild("httpHeaders");
            for (Xpp3Dom property : list == null ? new Xpp3Dom[0] : list.getChildren("property")) {
                Xpp3Dom name = property.getChild("name");
                Xpp3Dom value = property.getChild("value");
                if (name != null && name.getValue() != null && value != null && value.getValue() != null) {
                    headers.put(name.getValue().trim(), value.getValue().trim());
                }
            }
        }
        return headers;
    }

    private static URI address(RemoteRepository mirror) {
        String flaw = WebAddress.flaw(mirror.getUrl());
        if (flaw.isEmpty()) {
            return URI.create(mirror.getUrl());
        }
        throw new FaultException(Fault.of("The address of the mirror " + mirror.getId() + " is none")
                .at("<mirror> in settings.xml")
                .because(flaw)
                .advise("Correct its <url>; a password belongs into a <server>."));
    }

    /** Gives the proxy that settings.xml wants for an address, or null. */
    MavenProxy proxy(URI url) {
        RemoteRepository prototype = new RemoteRepository.Builder("airgap", "default", url.toString()).build();
        Proxy proxy = session.getProxySelector() == null
                ? null
                : session.getProxySelector().getProxy(prototype);
        if (proxy == null) {
            return null;
        }
        RemoteRepository behind =
                new RemoteRepository.Builder(prototype).setProxy(proxy).build();
        try (AuthenticationContext context = AuthenticationContext.forProxy(session, behind)) {
            return new MavenProxy(
                    proxy.getHost(),
                    proxy.getPort(),
                    context == null ? null : context.get(AuthenticationContext.USERNAME),
                    context == null ? null : context.get(AuthenticationContext.PASSWORD));
        }
    }
}
