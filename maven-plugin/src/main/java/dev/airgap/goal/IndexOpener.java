package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.index.Freshness;
import dev.airgap.index.IndexSource;
import dev.airgap.index.Indexes;
import dev.airgap.index.StoreWheels;
import dev.airgap.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens the configured indexes at the addresses that hold on this machine; sends nothing yet. */
record IndexOpener(Configuration configuration, Network network, Store store) {

    Indexes open(StoreWheels wheels) {
        Map<String, IndexSpec> specs = new HashMap<>();
        configuration.indexes().forEach(spec -> specs.put(spec.id(), spec));
        List<IndexSource> sources = new ArrayList<>();
        for (Address index : network.indexes()) {
            IndexSpec spec = specs.get(index.id());
            List<String> packages = spec == null ? List.of() : spec.packages();
            boolean flat = (spec != null && spec.flat()) || holdsWheels(index.effective());
            sources.add(new IndexSource(index.id(), index.effective(), index.declared(), packages, flat));
        }
        try {
            return new Indexes(
                    sources,
                    new LazyTransport(network, configuration.addresses()),
                    wheels,
                    store.folder("index"),
                    new Freshness(network.refresh(), network.offline()),
                    Clock.systemUTC());
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("The store's folder can't be used")
                            .at(store.root().toString())
                            .because(String.valueOf(e))
                            .advise("Correct its permissions, or name another with -Dairgap.store=…"),
                    e);
        }
    }

    /** A local folder with wheels in it is a folder of wheels; one without is a Simple index in folders. */
    private static boolean holdsWheels(URI url) {
        if (!"file".equals(url.getScheme())) {
            return false;
        }
        try (DirectoryStream<Path> wheels = Files.newDirectoryStream(Path.of(url), "*.whl")) {
            return wheels.iterator().hasNext();
        } catch (IOException e) {
            // The index itself says what is wrong with its folder.
            return false;
        }
    }

    StoreWheels wheels() {
        return new StoreWheels(store, new LazyTransport(network, configuration.addresses()), network.progress());
    }
}
