package dev.airgap.goal;

import dev.airgap.bundle.Archive.Member;
import dev.airgap.bundle.BundlePlan;
import dev.airgap.bundle.BundleWriter;
import dev.airgap.bundle.SealRecord;
import dev.airgap.bundle.Verifier;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Contents.Wanted;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.store.Blob;
import dev.airgap.store.Downloads;
import dev.airgap.store.Store;
import dev.airgap.store.Tee;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what the lock pins into the tar; writes the tar while the files arrive. */
public final class BundleGoal {

    private static final Logger LOG = LoggerFactory.getLogger(BundleGoal.class);

    private final Configuration configuration;
    private final Places places;
    private final Identity identity;
    private final Network network;
    private final LockGoal locking;

    public BundleGoal(
            Configuration configuration, Places places, Identity identity, Network network, LockGoal locking) {
        this.configuration = configuration;
        this.places = places;
        this.identity = identity;
        this.network = network;
        this.locking = locking;
    }

    /** Brings lock and tar up to date; leaves the old tar where anything fails. */
    public void run() {
        Path record = places.airgap().resolve(places.tar().getFileName() + ".sealed");
        if (locking.isCurrent() && isCurrent(record)) {
            LOG.info("{} is up to date with {}.", places.show(places.tar()), places.show(places.lock()));
            return;
        }
        Lock lock = locking.run();
        Store store = Store.open(places.store());
        try (Sources sources = new Sources(configuration, places, network, store)) {
            seal(lock, store, sources, record);
        }
        tellTheClosedSide(lock);
    }

    private boolean isCurrent(Path record) {
        String inputs = sealedFrom();
        if (SealRecord.current(record, places.tar(), inputs)) {
            return true;
        }
        String digest = SealRecord.touched(record, places.tar(), inputs);
        if (digest.isEmpty()) {
            return false;
        }
        try {
            String stamp = SealRecord.stamp(places.tar());
            if (!new Verifier(identity.tool(), Clock.systemUTC())
                    .verify(places.tar(), digest)
                    .isIntact()) {
                return false;
            }
            SealRecord.write(record, places.tar(), digest, stamp, inputs);
            return true;
        } catch (IOException | FaultException e) {
            LOG.debug("{} is sealed again: {}", places.tar(), e.getMessage());
            return false;
        }
    }

    private void seal(Lock lock, Store store, Sources sources, Path record) {
        Contents contents = Contents.of(lock, sources);
        BundlePlan plan = contents.plan(identity, configuration.root(), lock);
        Downloads downloads =
                new Downloads(store, new LazyTransport(network, configuration.addresses()), network.progress());
        List<Blob> blobs = contents.wanted().stream().map(Wanted::blob).toList();
        Downloads.Missing missing = downloads.missing(blobs);
        announce(lock, contents, missing);
        // Before the bytes: what is sealed is the lock as it was read.
        String inputs = sealedFrom();
        String stamp;
        try (BundleWriter writer = BundleWriter.open(plan, places.tar())) {
            List<Downloads.Job> jobs = new ArrayList<>();
            for (Wanted wanted : contents.wanted()) {
                jobs.add(new Downloads.Job(wanted.blob(), tee(writer, wanted), wanted.elsewhere()));
            }
            try {
                downloads.fetch(jobs, missing);
            } catch (FaultException e) {
                throw sources.explained(lock, e);
            }
            contents.unpacked().forEach(one -> one.archive().lay(one.members(), writer::slot));
            contents.local().lay(writer::slot);
            new Agreement(store).demand(lock);
            if (!lock.models().isEmpty()) {
                plan = plan.with(new ModelJudging(configuration.models(), sources::place, locking.warnings())
                        .demand(lock.models()));
                writer.settle(plan);
            }
            stamp = writer.finish();
        }
        try {
            SealRecord.write(record, places.tar(), plan.digest(), stamp, inputs);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("What the bundle was sealed from can't be noted")
                            .at(record.toString())
                            .because(String.valueOf(e)),
                    e);
        }
        // What sha256sum prints on the closed side: that one file covers all others.
        LOG.info(
                "Sealed {}: {}, content {}, SHA256SUMS sha256:{}",
                places.show(places.tar()),
                Sizes.of(plan.size()),
                plan.digest(),
                plan.sums());
    }

    private static Tee tee(BundleWriter writer, Wanted wanted) {
        if (wanted.paths().size() == 1) {
            return new SlotTee(writer.slot(wanted.paths().get(0)));
        }
        List<Tee> tees = new ArrayList<>();
        wanted.paths().forEach(path -> tees.add(new SlotTee(writer.slot(path))));
        return new ManyTees(tees);
    }

    private static void announce(Lock lock, Contents contents, Downloads.Missing missing) {
        long size = contents.unpacked().stream()
                .flatMap(one -> one.members().stream())
                .mapToLong(Member::size)
                .sum();
        for (Wanted one : contents.wanted()) {
            size += one.blob().size();
        }
        size += contents.local().size();
        for (LockedModel model : lock.models()) {
            if (model.layout().hub() && model.layout().isFlat()) {
                long twice = model.files().stream().mapToLong(ModelFile::size).sum();
                LOG.info("{} stands twice in the bundle, as a cache and flat: {} more.", model.repo(), Sizes.of(twice));
            }
        }
        int wheels =
                lock.packages().stream().mapToInt(one -> one.wheels().size()).sum();
        LOG.info(
                "Bundling {}: {}; to fetch: {}",
                Sizes.counts(
                        Sizes.count(wheels, "wheel"),
                        Sizes.count(lock.models().size(), "snapshot"),
                        Sizes.count(lock.files().size(), "file")),
                Sizes.of(size),
                missing.files() == 0
                        ? "nothing"
                        : Sizes.count(missing.files(), "file") + ", " + Sizes.of(missing.bytes()));
    }

    private void tellTheClosedSide(Lock lock) {
        LOG.info("On the closed side:");
        String tar = places.tar().getFileName().toString();
        new ClosedSide(lock, tar, configuration.root()).lines().forEach(line -> LOG.info("  {}", line));
    }

    /** Digests all that the tar's bytes depend on. The lock counts by its bytes: an edited one seals again. */
    private String sealedFrom() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(
                    identity.name(),
                    identity.version(),
                    String.valueOf(identity.timestamp()),
                    identity.tool(),
                    configuration.root())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            digest.update(Files.readAllBytes(places.lock()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("The lock can't be read")
                            .at(places.lock().toString())
                            .because(String.valueOf(e)),
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
