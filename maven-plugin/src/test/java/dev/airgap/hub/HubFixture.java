package dev.airgap.hub;

import dev.airgap.http.Credential;
import dev.airgap.http.Credentials;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.Netrc;
import dev.airgap.http.OkTransport;
import dev.airgap.http.Transport;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import dev.airgap.lock.LockedModel;
import dev.airgap.store.Downloads;
import dev.airgap.store.Progress;
import dev.airgap.store.Store;
import dev.airgap.testkit.HubRepo;
import dev.airgap.testkit.HubServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a hub on loopback together with the transport and the store that are used in earnest. */
final class HubFixture implements AutoCloseable {

    static final String WEIGHTS = "w".repeat(5000);

    final HubServer server = HubServer.start();
    final Store store;
    private final Transport transport;

    HubFixture(Path store, String token) {
        this.store = Store.open(store);
        Credentials credentials = token.isEmpty()
                ? Credentials.NONE
                : new Credentials(
                        List.of(new Credentials.Grant(URI.create(server.endpoint()), new Credential.Bearer(token))),
                        Netrc.EMPTY,
                        Set.of());
        this.transport = OkTransport.open(HttpSettings.builder("test")
                .credentials(credentials)
                .retries(0, Duration.ZERO)
                .build());
    }

    /** Uses another transport than the one without patience. */
    HubFixture(Path store, Transport transport) {
        this.store = Store.open(store);
        this.transport = transport;
    }

    HubFixture(Path store) {
        this(store, "");
    }

    /** Makes the repository that most tests read: five files, two of them in LFS. */
    static HubRepo repo() {
        return HubRepo.model("org/name")
                .file("config.json", "{}\n")
                .file("tokenizer/vocab \u00e9.txt", "a\nb\n")
                .file("README.md", "# name\n")
                .file("model.safetensors", WEIGHTS)
                .file("pytorch_model.bin", "p".repeat(4000));
    }

    Hub hub() {
        return hub(server.endpoint());
    }

    Hub hub(Duration patience) {
        return new Hub("models", URI.create(server.endpoint()), transport, patience);
    }

    Hub hub(String base) {
        return new Hub("models", URI.create(base), transport, Duration.ofSeconds(30));
    }

    SnapshotPlan plan(String revision) {
        return hub().plan(ModelRequest.of("models", "org/name", revision));
    }

    /** Fetches one after the other, so that what failed first is certain. */
    Downloads downloads() {
        return new Downloads(store, transport, Progress.NONE, 1);
    }

    LockedModel lock(SnapshotPlan plan) {
        return hub().lock(plan, Optional.empty(), downloads());
    }

    static List<String> paths(SnapshotPlan plan) {
        return plan.files().stream().map(PlannedFile::path).toList();
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
