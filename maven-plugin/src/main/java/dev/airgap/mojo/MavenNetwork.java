package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Address;
import dev.airgap.goal.Configuration;
import dev.airgap.goal.Coordinates;
import dev.airgap.goal.Network;
import dev.airgap.http.Authority;
import dev.airgap.http.Credential;
import dev.airgap.http.Credentials;
import dev.airgap.http.EnvironmentProxies;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.Netrc;
import dev.airgap.http.OkTransport;
import dev.airgap.http.Origin;
import dev.airgap.http.Proxies;
import dev.airgap.http.ProxyServer;
import dev.airgap.http.Transport;
import dev.airgap.input.PipConfig;
import dev.airgap.mojo.MavenRemotes.MavenProxy;
import dev.airgap.store.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.impl.OfflineController;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** Gives the goals a network made of Maven's session and the user's environment; opens it at first use. */
final class MavenNetwork implements Network {

    private final MavenSession session;
    private final RepositorySystemSession repositories;
    private final MavenRemotes maven;
    private final MavenArtifacts artifacts;
    private final OfflineController offline;
    private final Configuration configuration;
    private final Path base;
    private final Map<String, String> environment = System.getenv();
    private ServerAddresses addresses;
    private Transport transport;

    MavenNetwork(
            MavenSession session,
            MavenRemotes maven,
            MavenArtifacts artifacts,
            OfflineController offline,
            Configuration configuration,
            Path base) {
        this.base = base;
        this.session = session;
        this.repositories = session.getRepositorySession();
        this.maven = maven;
        this.artifacts = artifacts;
        this.offline = offline;
        this.configuration = configuration;
    }

    @Override
    public synchronized Transport transport() {
        if (transport == null) {
            transport = OkTransport.open(settings());
        }
        return transport;
    }

    @Override
    public List<Address> indexes() {
        return addresses().indexes();
    }

    @Override
    public List<Address> hubs() {
        return addresses().hubs();
    }

    @Override
    public Duration hubEtagTimeout() {
        return seconds("HF_HUB_ETAG_TIMEOUT");
    }

    @Override
    public Duration hubDownloadTimeout() {
        return seconds("HF_HUB_DOWNLOAD_TIMEOUT");
    }

    @Override
    public Path artifact(Coordinates coordinates, String where) {
        return artifacts.model(coordinates, where);
    }

    @Override
    public boolean offline() {
        // With hosts excepted Maven itself judges address by address, and the caches must not refuse before it.
        return repositories.isOffline()
                && !repositories.getConfigProperties().containsKey("aether.offline.hosts")
                && !repositories.getConfigProperties().containsKey("aether.offline.protocols");
    }

    @Override
    public boolean refresh() {
        return session.getRequest().isUpdateSnapshots();
    }

    @Override
    public Progress progress() {
        return new MavenProgress(repositories);
    }

    @Override
    public synchronized void close() {
        if (transport != null) {
            transport.close();
        }
    }

    private synchronized ServerAddresses addresses() {
        if (addresses == null) {
            addresses = new ServerAddresses(configuration, maven, pip(), environment, base);
        }
        return addresses;
    }

    private HttpSettings settings() {
        try {
            Netrc netrc = Netrc.locate(environment, home());
            return HttpSettings.builder(PluginVersion.get())
                    .credentials(new Credentials(
                            addresses().grants(), netrc, addresses().origins()))
                    .proxies(proxies())
                    .authorities(authorities())
                    .patience(patience())
                    .plain(addresses().plain())
                    .gate(this::checkOffline)
                    .build();
        } catch (IOException | IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of("The network settings of the environment can't be used")
                            .because(e.getMessage())
                            .advise("Correct them, or unset them."),
                    e);
        }
    }

    /** Trusts what the environment and pip's configuration name beside Java's own authorities. */
    private List<Authority> authorities() {
        List<Authority> named = new ArrayList<>(Authority.environment(environment));
        pip().cert().ifPresent(cert -> named.add(new Authority(cert.from(), base.resolve(cert.value()))));
        return named;
    }

    private PipConfig pip() {
        return PipConfig.read(environment, System.getProperty("os.name"), home());
    }

    private Map<Origin, Duration> patience() {
        Map<Origin, Duration> patience = new HashMap<>();
        Duration timeout = hubDownloadTimeout();
        if (!timeout.isZero()) {
            addresses().hubs().forEach(hub -> patience.put(Origin.of(hub.effective()), timeout));
        }
        return patience;
    }

    /** A proxy of settings.xml wins over one of the environment. */
    private Proxies proxies() {
        Proxies ofEnvironment = EnvironmentProxies.of(environment);
        return url -> {
            MavenProxy proxy = maven.proxy(url);
            if (proxy == null) {
                return ofEnvironment.forUrl(url);
            }
            Optional<Credential.Basic> login = proxy.username() == null
                    ? Optional.empty()
                    : Optional.of(
                            new Credential.Basic(proxy.username(), proxy.password() == null ? "" : proxy.password()));
            return Optional.of(new ProxyServer(proxy.host(), proxy.port(), login, "settings.xml"));
        };
    }

    /** Refuses in Maven's own words; {@code aether.offline.hosts} and {@code .protocols} are honoured by it. */
    private void checkOffline(URI url) {
        if (!repositories.isOffline()) {
            return;
        }
        String id = addresses().indexes().stream()
                .filter(address -> url.toString().startsWith(address.effective().toString()))
                .map(Address::id)
                .findFirst()
                .orElse(url.getHost());
        try {
            offline.checkOffline(
                    repositories,
                    new RemoteRepository.Builder(id, ServerAddresses.INDEX_LAYOUT, url.toString()).build());
        } catch (RepositoryOfflineException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    private Duration seconds(String variable) {
        String value = environment.getOrDefault(variable, "").trim();
        if (value.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            double seconds = Double.parseDouble(value);
            if (!(seconds >= 0)) {
                throw new NumberFormatException(value);
            }
            return Duration.ofMillis((long) (seconds * 1000));
        } catch (NumberFormatException e) {
            throw new FaultException(
                    Fault.of("The variable " + variable + " is no number of seconds: " + value)
                            .advise("Correct it, or unset it."),
                    e);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }
}
