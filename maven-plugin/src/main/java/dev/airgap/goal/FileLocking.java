package dev.airgap.goal;

import dev.airgap.bundle.Archive;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.lock.Inputs;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedFile;
import dev.airgap.store.Blob;
import dev.airgap.store.Entry;
import dev.airgap.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pins generic files: fetched at lock time, since their size, and their sha256 where none is given, are known then. */
final class FileLocking {

    private final Configuration configuration;
    private final Network network;
    private final Store store;
    private final LockPolicy policy;

    FileLocking(Configuration configuration, Network network, Store store, LockPolicy policy) {
        this.configuration = configuration;
        this.network = network;
        this.store = store;
        this.policy = policy;
    }

    List<LockedFile> lock(Optional<Lock> old) {
        List<LockedFile> files = new ArrayList<>();
        Faults faults = new Faults();
        for (FileSpec spec : configuration.files()) {
            LockedFile file = faults.gather(null, () -> kept(spec, old).orElseGet(() -> fetched(spec)));
            if (file != null) {
                files.add(file);
            }
        }
        faults.raise();
        return files;
    }

    private Optional<LockedFile> kept(FileSpec spec, Optional<Lock> old) {
        if (old.isEmpty() || policy.upgradeAll()) {
            return Optional.empty();
        }
        return old.get().files().stream()
                .filter(file -> file.path().equals(spec.path())
                        && file.strip().equals(spec.strip())
                        && file.sha256().startsWith(spec.start())
                        && file.url().equals(shown(address(spec)))
                        && (spec.sha256().equals(file.sha256()) || spec.sha256().isEmpty() && same(spec, old.get())))
                .findFirst();
    }

    /** Tells whether the address is the very one of the old lock, which has its query in the digest alone. */
    private static boolean same(FileSpec spec, Lock old) {
        String key = Wishes.key(spec);
        List<String> now =
                Inputs.none().with(key, Wishes.values(spec)).entries().get(key);
        return now.equals(old.inputs().entries().get(key));
    }

    private LockedFile fetched(FileSpec spec) {
        URI url = address(spec);
        try {
            Blob blob = new Blob(spec.path(), spec.source(), url, spec.sha256(), "", -1);
            Entry entry = store.fetch(blob, network.transport(), network.progress());
            judge(spec, entry);
            return new LockedFile(spec.source(), shown(url), spec.path(), entry.size(), entry.sha256(), spec.strip());
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of("The file " + spec.path() + " can't be locked: " + e.getMessage())
                            .at(spec.where()),
                    e);
        }
    }

    /** Judges what came while it is known who asks for it, so that nothing is pinned that can't be sealed. */
    private static void judge(FileSpec spec, Entry entry) {
        if (!entry.sha256().startsWith(spec.start())) {
            throw new FaultException(Fault.of("The file " + spec.path() + " is not what its name says")
                    .at(spec.where())
                    .because("expected a sha256 that begins with " + spec.start() + "\nactual: " + entry.sha256())
                    .advise("See who changed it on its server; torch refuses it as well."));
        }
        if (spec.strip().isPresent()) {
            String folder = "files/" + spec.path();
            new Archive(
                            entry.path(),
                            spec.path(),
                            spec.where(),
                            folder,
                            spec.strip().getAsInt())
                    .members();
        }
    }

    /** Gives the address as lock, manifest and log have it: a query may hold a signature or a token. */
    static URI shown(URI address) {
        return URI.create(Wishes.withoutQuery(address.toString()));
    }

    /** Gives the address that is asked; a login in it was granted to its origin already. */
    static URI address(FileSpec spec) {
        try {
            return URI.create(Wishes.withoutUser(spec.url()));
        } catch (IllegalArgumentException e) {
            // The cause repeats the address, which may hold a secret.
            throw new FaultException(Fault.of("The address of the file " + spec.path() + " is none")
                    .at(spec.where())
                    .advise("Escape what an address can't hold: a blank is %20."));
        }
    }
}
