package dev.airgap.goal;

import dev.airgap.bundle.Archive;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Origin;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.Transport;
import dev.airgap.hub.Hub;
import dev.airgap.hub.LocalTree;
import dev.airgap.index.IndexSource;
import dev.airgap.index.Indexes;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedFile;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedWheel;
import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Blob;
import dev.airgap.store.Entry;
import dev.airgap.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where a locked file is fetched on this machine. The lock names addresses as its index gave them; where another
 * server stands for that index now, that server's own page says where it has the wheel.
 */
final class Sources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final Configuration configuration;
    private final Network network;
    private final Store store;
    private final IndexOpener opener;
    private final Path lockFolder;
    private final Map<String, Hub> hubs = new HashMap<>();
    private final LocalModels local;
    private final Map<LockedModel, LocalTree> trees = new HashMap<>();
    private Indexes indexes;

    Sources(Configuration configuration, Places places, Network network, Store store) {
        this.configuration = configuration;
        // What wheels in the file system are named from in the lock.
        this.lockFolder = places.lock().getParent();
        this.local = new LocalModels(places, store, network::artifact);
        this.network = network;
        this.store = store;
        this.opener = new IndexOpener(configuration, network, store);
    }

    /** Asks ahead for the pages that {@link #wheel} will look at, all at once. */
    void prefetch(Lock lock) {
        for (LockedPackage locked : lock.packages()) {
            if (locked.wheels().stream().anyMatch(wheel -> isLookedUp(locked, wheel))) {
                indexes().prefetch(PackageName.of(locked.name()));
            }
        }
    }

    Blob wheel(LockedPackage locked, LockedWheel wheel) {
        URI url = isLookedUp(locked, wheel) ? listed(locked, wheel) : moved(locked, wheel);
        return new Blob(
                wheel.file(), IndexSource.configured(locked.index(wheel)), url, wheel.sha256(), "", wheel.size());
    }

    /** Gives the locked address, or the one that answers for it on this machine where a mirror keeps the paths. */
    private URI moved(LockedPackage locked, LockedWheel wheel) {
        URI url = wheel.address(lockFolder);
        return index(locked, wheel).map(index -> index.toEffective(url)).orElse(url);
    }

    private Optional<Address> index(LockedPackage locked, LockedWheel wheel) {
        return network.indexes().stream()
                .filter(index -> index.id().equals(locked.index(wheel)))
                .findFirst();
    }

    /**
     * Tells whether the lock's address may be another machine's: where pages behind a mirror name the mirror, the lock
     * does, and that mirror is not for all who read the lock. What lies with the index itself is asked for at once.
     */
    private boolean isLookedUp(LockedPackage locked, LockedWheel wheel) {
        URI url = moved(locked, wheel);
        Optional<Address> index = index(locked, wheel);
        if (index.isEmpty()
                || "file".equals(url.getScheme())
                || "file".equals(index.get().effective().getScheme())
                || PublicServers.belongsTo(url, index.get().effective())) {
            return false;
        }
        // Behind a repository manager several indexes have one origin, and a mirror's files lie beside its pages.
        boolean there = Origin.of(url).equals(Origin.of(index.get().effective()))
                && (!index.get().isMirrored() || !url.equals(wheel.address(lockFolder)));
        return !there && store.find(wheel.sha256(), wheel.size()).isEmpty();
    }

    /** Looks the wheel up on the page of the index; the lock's own address where the page has it not, or is not to be had. */
    private URI listed(LockedPackage locked, LockedWheel wheel) {
        try {
            for (WheelFile file : files(locked)) {
                if (is(file, wheel) && file.index().equals(locked.index(wheel))) {
                    return file.url();
                }
            }
        } catch (FaultException e) {
            LOG.warn(
                    "{} is asked for where the lock has it; its index can't be asked: {}",
                    wheel.file(),
                    e.faults().get(0).what());
        }
        return wheel.address(lockFolder);
    }

    /**
     * Finds another place of a wheel that its own server doesn't give: the page of the index that knows the name here, with
     * a file of that name and sha256; else the lock's own address, where that was not the one asked. A wheel that was
     * asked for by its address has no other: its name may be nobody's business.
     */
    Optional<Blob> elsewhere(LockedPackage locked, LockedWheel wheel, Blob asked) {
        if (locked.index(wheel).equals(IndexSource.DIRECT)) {
            return Optional.empty();
        }
        URI url = moved(locked, wheel);
        String index = locked.index(wheel);
        try {
            for (WheelFile file : files(locked)) {
                if (is(file, wheel) && !file.url().equals(asked.url())) {
                    url = file.url();
                    index = file.index();
                    break;
                }
            }
        } catch (FaultException e) {
            LOG.debug("{} can't be looked up: {}", wheel.file(), e.getMessage());
        }
        if (url.equals(asked.url())) {
            return Optional.empty();
        }
        LOG.warn(
                "{} is not to be had from {}; it is asked for at {}",
                wheel.file(),
                SafeUrl.text(asked.url()),
                SafeUrl.text(url));
        return Optional.of(
                new Blob(wheel.file(), IndexSource.configured(index), url, wheel.sha256(), "", wheel.size()));
    }

    /** Lists the files of the locked version, as the index has them that knows the name here. */
    private List<WheelFile> files(LockedPackage locked) {
        Releases releases = indexes().releases(PackageName.of(locked.name()));
        int position = releases.position(Version.parse(locked.version()));
        return position < 0 ? List.of() : releases.wheels(position);
    }

    private static boolean is(WheelFile file, LockedWheel wheel) {
        return file.name().fileName().equals(wheel.file())
                && (file.sha256().isEmpty() || file.sha256().equals(wheel.sha256()));
    }

    private synchronized Indexes indexes() {
        if (indexes == null) {
            indexes = opener.open(opener.wheels());
        }
        return indexes;
    }

    /** Describes a generic file: the lock has its address without the query, which the configuration alone knows. */
    Blob file(LockedFile file) {
        URI url = configuration.files().stream()
                .filter(spec -> spec.path().equals(file.path()))
                .map(FileLocking::address)
                .filter(address -> FileLocking.shown(address).equals(file.url()))
                .findFirst()
                .orElse(file.url());
        return new Blob(file.path(), file.source(), url, file.sha256(), "", file.size());
    }

    /** Fetches an archive, whose files must be known before the bundle can be laid out. */
    Archive archive(LockedFile file) {
        Blob blob = file(file);
        Transport transport = new LazyTransport(network, configuration.addresses());
        Entry entry = store.fetch(blob, transport, network.progress());
        try {
            if (!store.verify(entry)) {
                entry = store.fetch(blob, transport, network.progress());
            }
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("An archive can't be read: " + file.path())
                            .at(entry.path().toString())
                            .because(String.valueOf(e)),
                    e);
        }
        return new Archive(
                entry.path(),
                file.path(),
                file.url().toString(),
                "files/" + file.path(),
                file.strip().orElse(0));
    }

    Blob model(LockedModel model, ModelFile file) {
        return hub(model).blob(model, file);
    }

    /** Finds the files of a model that comes from no hub. */
    LocalTree local(LockedModel model) {
        ModelSpec spec = configuration.models().stream()
                .filter(one -> !one.source().isHub()
                        && one.type().equals(model.type())
                        && one.repo().equals(model.repo())
                        && one.revision().equals(model.revision()))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        Fault.of("The lock has a model from a place that is not configured: " + model.repo())
                                .because("It came from " + model.source() + ".")
                                .advise("Run airgap:lock.")));
        return trees.computeIfAbsent(model, one -> local.tree(spec, one.commit()));
    }

    /** Finds the bytes of a model's file, which were fetched. */
    Optional<Path> place(LockedModel model, ModelFile file) {
        if (!model.source().isEmpty()) {
            return Optional.of(local(model).files().get(file.path()).real());
        }
        Optional<Path> place = store.find(file.sha256(), file.size());
        if (place.isEmpty()) {
            throw new FaultException(Fault.of("A file went out of the store while the bundle was sealed: "
                            + SafeUrl.printable(model.repo() + "/" + file.path()))
                    .at(store.root().toString())
                    .advise("Run the build again."));
        }
        return place;
    }

    /** Drops what was unpacked of a model whose files are no longer what they were. */
    void forget(LockedModel model, LocalTree tree) {
        local.forget(model, tree);
    }

    /** Tells why downloads failed, where a hub knows more than a status. */
    FaultException explained(Lock lock, FaultException failure) {
        for (LockedModel model : lock.models()) {
            String part = "/" + model.repo() + "/resolve/";
            if (failure.faults().stream().anyMatch(fault -> fault.where().contains(part))) {
                return hub(model).explain(model, failure);
            }
        }
        return failure;
    }

    private Hub hub(LockedModel model) {
        Address address = network.hubs().stream()
                .filter(hub -> hub.id().equals(model.hub()))
                .findFirst()
                .orElseThrow(
                        () -> new FaultException(Fault.of("The lock names a hub that is not configured: " + model.hub())
                                .because("It holds " + model.repo() + ".")
                                .advise("Declare the hub in <hubs>, or run airgap:lock.")));
        return hubs.computeIfAbsent(address.id(), id -> Hubs.open(address, network));
    }

    @Override
    public void close() {
        if (indexes != null) {
            indexes.close();
        }
    }
}
