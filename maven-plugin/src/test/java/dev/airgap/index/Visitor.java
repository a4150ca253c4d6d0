package dev.airgap.index;

import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Progress;
import dev.airgap.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens indexes as builds do, one after the other, all with the same folder and clock. */
final class Visitor implements AutoCloseable {

    final Path folder;
    final TickingClock clock = new TickingClock();
    final OkTransport transport = OkTransport.open(
            HttpSettings.builder("test").retries(0, Duration.ofSeconds(1)).build());
    private final List<Indexes> opened = new ArrayList<>();

    Visitor(Path folder) {
        this.folder = folder;
    }

    Indexes visit(URI url) {
        return visit(Freshness.NORMAL, IndexSource.simple("pypi", url));
    }

    Indexes visit(Freshness freshness, IndexSource... sources) {
        StoreWheels whole = new StoreWheels(Store.open(folder.resolve("store")), transport, Progress.NONE);
        Indexes indexes = new Indexes(List.of(sources), transport, whole, folder.resolve("index"), freshness, clock);
        opened.add(indexes);
        return indexes;
    }

    static PackageName name(String raw) {
        return PackageName.of(raw);
    }

    static List<String> versions(Releases releases) {
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < releases.size(); i++) {
            versions.add(releases.version(i).toString());
        }
        return versions;
    }

    static List<WheelFile> wheels(Releases releases, String version) {
        return releases.wheels(releases.position(Version.parse(version)));
    }

    static WheelFile wheel(Releases releases, String version) {
        return wheels(releases, version).get(0);
    }

    @Override
    public void close() {
        opened.forEach(Indexes::close);
        transport.close();
    }
}
