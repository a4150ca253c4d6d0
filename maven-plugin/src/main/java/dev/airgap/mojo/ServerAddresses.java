package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Address;
import dev.airgap.goal.Configuration;
import dev.airgap.goal.FileSpec;
import dev.airgap.goal.HubSpec;
import dev.airgap.goal.IndexSpec;
import dev.airgap.goal.PublicServers;
import dev.airgap.goal.WebAddress;
import dev.airgap.http.Credential;
import dev.airgap.http.Credentials.Grant;
import dev.airgap.http.Origin;
import dev.airgap.http.SafeUrl;
import dev.airgap.input.PipConfig;
import dev.airgap.input.PipConfig.Setting;
import dev.airgap.mojo.MavenRemotes.Remote;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where each declared server is asked and what it is shown: settings.xml first, then the environment that
 * Python people have, then the public default. A credential is granted to the origin it was configured for alone.
 */
final class ServerAddresses {

    /** Names the content type of an index, for {@code <mirrorOfLayouts>}. */
    static final String INDEX_LAYOUT = "pypi";

    /** Names the content type of a hub. */
    static final String HUB_LAYOUT = "huggingface";

    /** Names the content type of a single file's server. */
    static final String FILE_LAYOUT = "file";

    private static final String NO_ID = "airgap.file.without.id";

    private static final Logger LOG = LoggerFactory.getLogger(ServerAddresses.class);

    private final MavenRemotes maven;
    private final Map<String, String> environment;
    private final Path base;
    private final List<Address> indexes = new ArrayList<>();
    private final List<Address> hubs = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Set<Origin> plain = new HashSet<>();
    private final Set<Origin> origins = new HashSet<>();

    ServerAddresses(
            Configuration configuration,
            MavenRemotes maven,
            PipConfig pip,
            Map<String, String> environment,
            Path base) {
        this.maven = maven;
        this.base = base;
        this.environment = environment;
        configuration.indexes().forEach(spec -> addIndex(spec, pip));
        if (configuration.indexes().stream().anyMatch(spec -> spec.url().isEmpty())) {
            pip.unheeded().forEach(LOG::warn);
            for (Setting extra : pip.extraIndexUrls()) {
                // Requirements files may have brought an extra-1 of their own.
                String id = IndexSpec.freeId(
                        "extra", indexes.stream().map(Address::id).toList());
                indexes.add(address(id, INDEX_LAYOUT, extra.value(), extra.value(), extra.from(), false));
            }
        }
        boolean first = true;
        for (HubSpec spec : configuration.hubs()) {
            addHub(spec, first);
            first = false;
        }
        configuration.addresses().values().forEach(this::addWheel);
        for (FileSpec spec : configuration.files()) {
            // Without an id no <server> can be meant; Maven asks for some word all the same.
            String id = spec.source().isEmpty() ? NO_ID : spec.source();
            address(id, FILE_LAYOUT, spec.url(), spec.url(), spec.where(), true);
        }
    }

    /** A wheel's own address may bring a login along, as pip lets it. */
    private void addWheel(String address) {
        URI url = parse(address, "the address of a wheel");
        origins.add(Origin.of(bare(url)));
        if (url.getRawUserInfo() != null) {
            grants.add(new Grant(bare(url), userInfo(url)));
        }
    }

    List<Address> indexes() {
        return indexes;
    }

    List<Address> hubs() {
        return hubs;
    }

    List<Grant> grants() {
        return grants;
    }

    Set<Origin> plain() {
        return plain;
    }

    /** Lists the origins that were configured, by whom ever; folders have none. */
    Set<Origin> origins() {
        return origins;
    }

    private void addIndex(IndexSpec spec, PipConfig pip) {
        if (!spec.url().isEmpty()) {
            indexes.add(address(spec.id(), INDEX_LAYOUT, spec.url(), spec.url(), spec.where(), spec.pom()));
            return;
        }
        String declared = PublicServers.INDEX.toString();
        Setting own = pip.indexUrl().orElse(new Setting(declared, "the default"));
        indexes.add(address(spec.id(), INDEX_LAYOUT, declared, own.value(), own.from(), false));
    }

    private void addHub(HubSpec spec, boolean first) {
        if (!spec.url().isEmpty()) {
            hubs.add(address(
                    spec.id(),
                    HUB_LAYOUT,
                    spec.url(),
                    spec.url(),
                    spec.where(),
                    !spec.where().startsWith("-D")));
        } else {
            String declared = PublicServers.HUB.toString();
            String own = environment.getOrDefault("HF_ENDPOINT", "").trim();
            hubs.add(address(
                    spec.id(),
                    HUB_LAYOUT,
                    declared,
                    own.isEmpty() ? declared : own,
                    own.isEmpty() ? "the default" : "HF_ENDPOINT",
                    false));
        }
        Address hub = hubs.get(hubs.size() - 1);
        String token = environment.getOrDefault("HF_TOKEN", "").trim();
        boolean granted = grants.stream().anyMatch(grant -> grant.base().equals(hub.effective()));
        if (first && !token.isEmpty() && !granted) {
            grants.add(new Grant(hub.effective(), credential("", token, "HF_TOKEN")));
            LOG.debug("hub {}: token of HF_TOKEN", hub.id());
        }
    }

    /**
     * Goes through Maven for mirror and login; a mirror of settings.xml wins over the environment's address.
     *
     * @param pom whether the POM itself names the address: nothing else allows plain http
     */
    private Address address(String id, String layout, String declared, String own, String from, boolean pom) {
        URI declaredUrl = bare(parse(declared, from));
        URI ownUrl = parse(own, from);
        Remote remote = maven.remote(id, layout, bare(ownUrl));
        URI effective = bare(remote.url());
        grant(id, effective, remote, remote.mirror().isEmpty() ? ownUrl : remote.url());
        if (!"file".equalsIgnoreCase(effective.getScheme())) {
            origins.add(Origin.of(effective));
        }
        if (pom && remote.mirror().isEmpty()) {
            allowPlain(effective);
        }
        String decided = remote.mirror().isEmpty() ? from : "mirror " + remote.mirror() + " of settings.xml";
        LOG.debug("{} {}: {} ({})", layout, id, effective, decided);
        return new Address(id, declaredUrl, effective, decided);
    }

    /** Grants what a {@code <server>} holds, else what stands in the address itself, to the origin that is asked. */
    private void grant(String id, URI effective, Remote remote, URI asked) {
        String server = "the <server> " + (remote.mirror().isEmpty() ? id : remote.mirror());
        Optional<Credential> credential = Optional.empty();
        if (remote.password() != null) {
            credential = Optional.of(credential(remote.username(), remote.password(), server));
        } else if (asked.getRawUserInfo() != null) {
            credential = Optional.of(userInfo(asked));
        }
        if (credential.isEmpty() && remote.headers().isEmpty()) {
            return;
        }
        try {
            grants.add(new Grant(effective, credential, remote.headers()));
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of("The <httpHeaders> of " + server + " can't be sent: " + e.getMessage())
                            .at("settings.xml")
                            .advise("Correct the header."),
                    e);
        }
    }

    /** A server with a password and no user name holds a token, as GitLab's and the Hub's are. */
    private static Credential credential(String user, String password, String from) {
        try {
            return user == null || user.isBlank()
                    ? new Credential.Bearer(password)
                    : new Credential.Basic(user, password);
        } catch (IllegalArgumentException e) {
            throw new FaultException(Fault.of("The login of " + from + " can't be sent: " + e.getMessage()), e);
        }
    }

    private static Credential userInfo(URI url) {
        String info = url.getRawUserInfo();
        int colon = info.indexOf(':');
        String user = colon < 0 ? info : info.substring(0, colon);
        String password = colon < 0 ? "" : info.substring(colon + 1);
        try {
            return new Credential.Basic(decode(user), decode(password));
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of("The login in the address of " + Origin.of(url) + " can't be sent: " + e.getMessage()), e);
        }
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private void allowPlain(URI url) {
        if ("http".equalsIgnoreCase(url.getScheme())) {
            plain.add(Origin.of(url));
        }
    }

    private URI parse(String text, String where) {
        String flaw = WebAddress.flaw(text);
        try {
            if (flaw.isEmpty() || text.toLowerCase(Locale.ROOT).startsWith("file:")) {
                return new URI(text);
            }
            if (!text.contains("://") && Files.isDirectory(base.resolve(text))) {
                return base.resolve(text).normalize().toUri();
            }
        } catch (URISyntaxException | InvalidPathException e) {
            // The exception repeats the address, which may hold a password.
            LOG.debug("no address: {}", e.getClass().getSimpleName());
        }
        throw new FaultException(Fault.of("This is no address: " + SafeUrl.printable(WebAddress.shown(text)))
                .at(where)
                .because(flaw)
                .advise("Write https://host/path, or a folder that is there."));
    }

    private static URI bare(URI url) {
        if (url.getRawUserInfo() == null) {
            return url;
        }
        return URI.create(url.toString().replaceFirst("//[^/?#]*@", "//"));
    }
}
